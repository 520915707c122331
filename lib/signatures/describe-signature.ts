import 'server-only'
import { findSpentSignature } from '../db/signatures/signature-history.ts'
import { findNewestSignature, type SignatureRow } from '../db/signatures/signatures.ts'
import { findMemberByAddress } from '../db/team/members.ts'
import { Address } from '../domain/networks/address-schema.ts'
import type { SignatureState } from '../domain/signatures/signature-state-schema.ts'
import { bind, type SignatureWork } from './signature-binding.ts'
import { type SignaturePurpose, usableFor } from './signatures.ts'

type MaybeOwner = { network: string; ownerAddress: Address | null }

/** Whose signature the desk would use and how it stands, without the signature. */
export async function describeSignature(
  work: SignatureWork,
  { network, ownerAddress }: MaybeOwner,
  purpose: SignaturePurpose = 'send',
): Promise<SignatureState> {
  if (!ownerAddress) return noSignature(null)
  const row = await findNewestSignature(work.db, bind(work, { network, ownerAddress }), usableFor(purpose))
  if (row) return toState(work, row)
  return { ...noSignature(ownerAddress), ownerName: await findName(work, ownerAddress) }
}

/** The signature a refresh was sent with; once that has ended, the owner's newest, for as long as one is needed. */
export async function describeRefreshSignature(
  work: SignatureWork,
  refresh: { id: string; isFinished: boolean },
  owner: MaybeOwner,
  purpose: SignaturePurpose,
): Promise<SignatureState> {
  const row = await findSpentSignature(work.db, refresh.id)
  const spent = row && (await toState(work, row))
  if (spent && (refresh.isFinished || spent.endedAt === null)) return spent
  return refresh.isFinished ? noSignature(owner.ownerAddress) : describeSignature(work, owner, purpose)
}

export const noSignature = (ownerAddress: Address | null): SignatureState => ({
  ownerAddress,
  ownerName: null,
  state: 'none',
  signedAt: null,
  endedAt: null,
})

async function toState(work: SignatureWork, row: SignatureRow): Promise<SignatureState> {
  const isOver = row.endedAt !== null || row.expiresAt <= work.now()
  return {
    ownerAddress: Address.parse(row.ownerAddress),
    ownerName: await findName(work, row.ownerAddress),
    state: isOver ? (row.endReason ?? 'expired') : row.provenAt ? 'accepted' : 'unproven',
    signedAt: row.signedAt.toISOString(),
    endedAt: isOver ? (row.endedAt ?? row.expiresAt).toISOString() : null,
  }
}

const findName = async (work: SignatureWork, address: string): Promise<string | null> =>
  (await findMemberByAddress(work.db, address))?.name ?? null
