import 'server-only'
import { getAddress, isHex } from 'viem'
import { z } from 'zod'
import type { Db } from '../db/connection/client.ts'
import * as signatures from '../db/signatures/signatures.ts'
import { unseal } from './seal.ts'
import { bind, bindingOf, type Owner, type SignatureWork as Work } from './signature-binding.ts'

/** What goes into the three `x-imx-eth-*` headers. A bearer credential: never log it, never answer with it. */
export type SignatureHeaders = { address: string; timestamp: string; signature: `0x${string}` }

export type SignatureEnd = signatures.SignatureEnd

const Secret = z.object({
  timestamp: z.string(),
  signature: z.custom<`0x${string}`>((value) => isHex(value)),
})

/** The network took a script's request with this signature: its earlier ones are wiped. */
export async function endOlderWatchSignatures(
  work: Work,
  tx: Db,
  owner: Owner,
  newestId: string,
): Promise<void> {
  await signatures.endOlderWatchSignatures(tx, bind(work, owner), newestId, work.now())
}

/**
 * Starting a refresh takes what a member gave; sending goes on with what the desk signed for its samples too; watching
 * also takes what came with a script's request.
 */
export type SignaturePurpose = 'start' | 'send' | 'watch'

export const usableFor = (purpose: SignaturePurpose): signatures.SignatureFilter => ({
  scopes: purpose === 'watch' ? ['full', 'watch'] : ['full'],
  isOfMember: purpose === 'start',
})

/** The owner's newest signature for this purpose with its secret opened; null when the desk must ask the owner. */
export async function findUsableSignature(
  work: Work,
  input: Owner,
  purpose: SignaturePurpose = 'send',
): Promise<{ id: string; headers: SignatureHeaders; provenAt: Date | null } | null> {
  const owner = bind(work, input)
  for (const row of await signatures.listLiveSignatures(work.db, owner, usableFor(purpose), work.now())) {
    const opened = row.sealed && unseal(row.sealed, bindingOf(row.id, owner))
    if (opened) {
      const headers = { address: getAddress(owner.ownerAddress), ...Secret.parse(JSON.parse(opened)) }
      return { id: row.id, headers, provenAt: row.provenAt }
    }
    // Sealed with another APP_SECRET: nobody will ever open it again.
    await signatures.endSignature(work.db, row.id, 'expired', work.now())
  }
  return null
}

/**
 * Wipes what an owner no longer needs. `isFresh` says which of them belong to a submit that is on its way; `isNeeded` is
 * asked after they were read, so that one which came with new work meanwhile is not among them.
 */
export async function endIdleSignatures(
  work: Work,
  tx: Db,
  input: Owner,
  isNeeded: () => Promise<boolean>,
  isFresh: (signature: { scope: string; lastUsedAt: Date | null; createdAt: Date }) => boolean,
): Promise<void> {
  const now = work.now()
  const live = await signatures.listLiveSignatures(tx, bind(work, input), usableFor('watch'), now)
  if (live.length === 0 || (await isNeeded())) return
  for (const signature of live) {
    if (!isFresh(signature)) await signatures.endSignature(tx, signature.id, 'not_needed', now)
  }
}

/** Wipes the secret of exactly this signature; false when it had ended before. */
export async function endSignature(work: Work, id: string, reason: SignatureEnd): Promise<boolean> {
  return signatures.endSignature(work.db, id, reason, work.now())
}

const TELL_MS = 24 * 3_600_000

/** Wipes what is older than 48 hours, and forgets scripts' signatures that ended a day ago; returns how many expired. */
export async function expireSignatures(work: Pick<Work, 'db' | 'now'>): Promise<number> {
  const now = work.now()
  await signatures.deleteEndedWatchSignatures(work.db, new Date(now.getTime() - TELL_MS))
  return signatures.endExpiredSignatures(work.db, now)
}
