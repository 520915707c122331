import 'server-only'
import type { Address } from '../collection/address.ts'
import { countLive } from '../db/batch-work.ts'
import { endGrant, findLiveGrant } from '../db/grants.ts'
import { transact } from '../db/transact.ts'
import type { WorkContext } from './context.ts'

/** A signature that was just given belongs to a submit that is on its way. */
const FRESH_MS = 15 * 60_000

/** Deletes an owner's signature once nothing of theirs is left to send or to watch. */
export async function endIdleGrant(
  work: WorkContext,
  { network, ownerAddress }: { network: string; ownerAddress: Address },
): Promise<void> {
  const now = work.now()
  const baseOrigin = new URL(work.networks.get(network).baseUrl).origin
  await transact(work.db, async (tx) => {
    if ((await countLive(tx, { network, ownerAddress })) > 0) return
    const grant = await findLiveGrant(tx, { network, ownerAddress, baseOrigin }, now)
    if (!grant) return
    const isFresh = grant.lastUsedAt === null && now.getTime() - grant.createdAt.getTime() < FRESH_MS
    if (!isFresh) await endGrant(tx, grant.id, 'not_needed', now)
  })
}
