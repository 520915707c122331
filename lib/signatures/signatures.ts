import 'server-only'
import { getAddress, isHex } from 'viem'
import { z } from 'zod'
import type { Db } from '../db/connection/client.ts'
import * as grants from '../db/signatures/signatures.ts'
import { unseal } from './seal.ts'
import { bind, bindingOf, type Owner, type GrantWork as Work } from './signature-binding.ts'

/** What goes into the three `x-imx-eth-*` headers. A bearer credential: never log it, never answer with it. */
export type GrantHeaders = { address: string; timestamp: string; signature: `0x${string}` }

export type GrantEnd = grants.GrantEnd

const Secret = z.object({
  timestamp: z.string(),
  signature: z.custom<`0x${string}`>((value) => isHex(value)),
})

/** The network took a script's request with this grant: its earlier ones are wiped. */
export async function endOlderWatchGrants(work: Work, tx: Db, owner: Owner, newestId: string): Promise<void> {
  await grants.endOlderWatchGrants(tx, bind(work, owner), newestId, work.now())
}

/**
 * Starting a refresh takes what a member gave; sending goes on with what the desk signed for its samples too; watching
 * also takes what came with a script's request.
 */
export type GrantPurpose = 'start' | 'send' | 'watch'

export const usableFor = (purpose: GrantPurpose): grants.GrantFilter => ({
  scopes: purpose === 'watch' ? ['full', 'watch'] : ['full'],
  isOfMember: purpose === 'start',
})

/** The owner's newest grant for this purpose with its secret opened; null when the desk must ask the owner. */
export async function findUsableGrant(
  work: Work,
  input: Owner,
  purpose: GrantPurpose = 'send',
): Promise<{ id: string; headers: GrantHeaders; provenAt: Date | null } | null> {
  const owner = bind(work, input)
  for (const row of await grants.listLiveGrants(work.db, owner, usableFor(purpose), work.now())) {
    const opened = row.sealed && unseal(row.sealed, bindingOf(row.id, owner))
    if (opened) {
      const headers = { address: getAddress(owner.ownerAddress), ...Secret.parse(JSON.parse(opened)) }
      return { id: row.id, headers, provenAt: row.provenAt }
    }
    // Sealed with another APP_SECRET: nobody will ever open it again.
    await grants.endGrant(work.db, row.id, 'expired', work.now())
  }
  return null
}

/**
 * Wipes what an owner no longer needs. `isFresh` says which of them belong to a submit that is on its way; `isNeeded` is
 * asked after they were read, so that one which came with new work meanwhile is not among them.
 */
export async function endIdleGrants(
  work: Work,
  tx: Db,
  input: Owner,
  isNeeded: () => Promise<boolean>,
  isFresh: (grant: { scope: string; lastUsedAt: Date | null; createdAt: Date }) => boolean,
): Promise<void> {
  const now = work.now()
  const live = await grants.listLiveGrants(tx, bind(work, input), usableFor('watch'), now)
  if (live.length === 0 || (await isNeeded())) return
  for (const grant of live) {
    if (!isFresh(grant)) await grants.endGrant(tx, grant.id, 'not_needed', now)
  }
}

/** Writes down who spent a grant on which refresh; its owner sees it. */
export async function recordGrantUse(
  work: Work,
  use: { grantId: string; refreshId: string; memberId: string | null },
): Promise<void> {
  await grants.recordGrantUse(work.db, { ...use, now: work.now() })
}

/** The network has accepted it once: a later refusal means that it ran out, not that it was wrong. */
export async function markGrantProven(work: Work, id: string): Promise<void> {
  await grants.markGrantProven(work.db, id, work.now())
}

/** Wipes the secret of exactly this grant; false when it had ended before. */
export async function endGrant(work: Work, id: string, reason: GrantEnd): Promise<boolean> {
  return grants.endGrant(work.db, id, reason, work.now())
}

const TELL_MS = 24 * 3_600_000

/** Wipes what is older than 48 hours, and forgets scripts' signatures that ended a day ago; returns how many expired. */
export async function expireGrants(work: Pick<Work, 'db' | 'now'>): Promise<number> {
  const now = work.now()
  await grants.deleteEndedWatchGrants(work.db, new Date(now.getTime() - TELL_MS))
  return grants.endExpiredGrants(work.db, now)
}
