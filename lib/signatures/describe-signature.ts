import 'server-only'
import { findSpentGrant } from '../db/signatures/signature-history.ts'
import { findNewestGrant, type GrantRow } from '../db/signatures/signatures.ts'
import { findMemberByAddress } from '../db/team/members.ts'
import { Address } from '../domain/networks/address.ts'
import type { GrantState } from '../domain/signatures/signature-state.ts'
import { bind, type GrantWork } from './signature-binding.ts'
import { type GrantPurpose, usableFor } from './signatures.ts'

type MaybeOwner = { network: string; ownerAddress: Address | null }

/** Whose signature the desk would use and how it stands, without the signature. */
export async function describeGrant(
  work: GrantWork,
  { network, ownerAddress }: MaybeOwner,
  purpose: GrantPurpose = 'send',
): Promise<GrantState> {
  if (!ownerAddress) return noGrant(null)
  const row = await findNewestGrant(work.db, bind(work, { network, ownerAddress }), usableFor(purpose))
  if (row) return toState(work, row)
  return { ...noGrant(ownerAddress), ownerName: await findName(work, ownerAddress) }
}

/** The signature a refresh was sent with; once that has ended, the owner's newest, for as long as one is needed. */
export async function describeRefreshGrant(
  work: GrantWork,
  refresh: { id: string; isFinished: boolean },
  owner: MaybeOwner,
  purpose: GrantPurpose,
): Promise<GrantState> {
  const row = await findSpentGrant(work.db, refresh.id)
  const spent = row && (await toState(work, row))
  if (spent && (refresh.isFinished || spent.endedAt === null)) return spent
  return refresh.isFinished ? noGrant(owner.ownerAddress) : describeGrant(work, owner, purpose)
}

export const noGrant = (ownerAddress: Address | null): GrantState => ({
  ownerAddress,
  ownerName: null,
  state: 'none',
  signedAt: null,
  endedAt: null,
})

async function toState(work: GrantWork, row: GrantRow): Promise<GrantState> {
  const isOver = row.endedAt !== null || row.expiresAt <= work.now()
  return {
    ownerAddress: Address.parse(row.ownerAddress),
    ownerName: await findName(work, row.ownerAddress),
    state: isOver ? (row.endReason ?? 'expired') : row.provenAt ? 'accepted' : 'unproven',
    signedAt: row.signedAt.toISOString(),
    endedAt: isOver ? (row.endedAt ?? row.expiresAt).toISOString() : null,
  }
}

const findName = async (work: GrantWork, address: string): Promise<string | null> =>
  (await findMemberByAddress(work.db, address))?.name ?? null
