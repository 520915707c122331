import 'server-only'
import { findFirstLost, findLastLost } from '../../../db/batches/attempts.ts'
import { findBatchWork } from '../../../db/batches/batch-work.ts'
import { readTraffic } from '../../../db/batches/lost-batches.ts'
import { trafficSince } from '../../../domain/batches/lost/traffic.ts'
import { UpstreamError } from '../../../networks/http/upstream-error.ts'
import { findPermit } from '../../authority/authorities.ts'
import { waitForAuthority } from '../../authority/wait-for-authority.ts'
import type { WorkContext } from '../../context.ts'
import { listCandidates } from './list-candidates.ts'
import { postponeSearch } from './postpone-search.ts'
import { readLostGroup } from './read-lost-group.ts'
import { recordFailedSearch } from './record-failed-search.ts'
import { recordSearch } from './record-search.ts'
import { resolveUnknown } from './resolve-unknown.ts'

/** A request rarely takes longer. */
const BUSY_PAUSE_MS = 2_000

/** Searches once for a lost batch in the network's list; returns when to search again, null when its outcome is known
 * or must wait for a signature. */
export async function reconcileBatch(work: WorkContext, batchId: string): Promise<Date | null> {
  const batch = await findBatchWork(work.db, batchId)
  if (batch?.state !== 'lost') return null
  const lastLoss = await findLastLost(work.db, batch.id)
  if (!lastLoss) {
    await resolveUnknown(work, batch, { to: batch.source === 'script' ? 'give_up' : 'unsent' })
    return null
  }
  const { refresher } = work.networks.get(batch.network).provider
  if (refresher.lost.kind === 'repeat') {
    await resolveUnknown(work, batch, { to: 'send_again' })
    return null
  }
  const permit = await findPermit(work, batch, 'watch')
  if (!permit) {
    await waitForAuthority(work, batch, null)
    return null
  }
  const { list } = refresher.lost
  const since = trafficSince(work.now())
  const traffic = await readTraffic(work.db, batch, since)
  if (traffic.underWay > 0) {
    return postponeSearch(work, { batch, sentAt: lastLoss.startedAt, waitMs: BUSY_PAUSE_MS, counts: false })
  }
  const first = (await findFirstLost(work.db, batch.id)) ?? lastLoss
  // After the traffic: one that was lost in between changes that.
  const group = await readLostGroup(work, batch, first)
  try {
    const listing = await listCandidates(work, batch, { list, permit, group, traffic })
    return await recordSearch(work, { batch, lastLoss, group, listing, traffic, since })
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error
    return recordFailedSearch(work, { batch, sentAt: lastLoss.startedAt, permit, error })
  }
}
