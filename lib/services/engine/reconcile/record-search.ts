import 'server-only'
import { backoffMs } from '../../../core/backoff.ts'
import type { BatchWork } from '../../../db/batches/batch-work.ts'
import { readTraffic } from '../../../db/batches/lost-batches.ts'
import { moveBatch } from '../../../db/batches/move-batch.ts'
import type { Db } from '../../../db/connection/client.ts'
import { transact } from '../../../db/connection/transact.ts'
import { lockProject } from '../../../db/networks/quota-keys.ts'
import { recountRefreshes } from '../../../db/refreshes/recount-refresh.ts'
import { touchRefresh } from '../../../db/refreshes/refreshes.ts'
import { matchLost } from '../../../domain/batches/lost/match-lost.ts'
import { decide, isOverdue, nextSearchAt } from '../../../domain/batches/lost/reconcile.ts'
import { isQuiet, type Traffic } from '../../../domain/batches/lost/traffic.ts'
import { afterSearch } from '../../../domain/batches/transition.ts'
import { enqueueSend } from '../../../queue/enqueue.ts'
import type { WorkContext } from '../../context.ts'
import { askPerson } from './ask-person.ts'
import type { Listing } from './list-candidates.ts'
import { releaseCollection } from './mark-outcome-unknown.ts'
import { postponeSearch } from './postpone-search.ts'
import type { LostGroup } from './read-lost-group.ts'
import { resolveUnknown } from './resolve-unknown.ts'

type Searched = {
  batch: BatchWork
  lastLoss: { startedAt: Date; upstreamAt: Date | null }
  group: LostGroup
  listing: Listing
  traffic: Traffic
  since: Date
}

/**
 * Does what a search decides, unless something went on beside it. Returns when to search again, null when the search is over.
 */
export async function recordSearch(work: WorkContext, searched: Searched): Promise<Date | null> {
  const { batch, lastLoss, group, listing, traffic, since } = searched
  const { isComplete } = listing
  const candidates = listing.candidates.map(({ owners: _, ...candidate }) => candidate)
  const { decideAfterMs } = work.rules
  // Both by the network's clock where it is known, so that a jump of ours changes nothing.
  const isTheirs = lastLoss.upstreamAt !== null && listing.listedAt !== null
  const listedAt = (isTheirs && listing.listedAt) || work.now()
  const sentAt = (isTheirs && lastLoss.upstreamAt) || lastLoss.startedAt
  const decideAt = new Date(sentAt.getTime() + decideAfterMs)
  const now = work.now()
  const searches = (batch.search?.searchCount ?? 0) + 1
  const waitedMs = listedAt.getTime() - sentAt.getTime()
  const match = matchLost(listing.candidates, group.sendings, batch.id)
  const verdict = decide({
    candidates,
    isComplete,
    match,
    listedAt,
    decideAt,
    resends: batch.resendCount,
    isOfScript: batch.source === 'script',
    isOverdue: isOverdue({ searches, waitedMs, decideAfterMs }),
  })
  const isStillSo = async (tx: Db) => isQuiet(traffic, await readTraffic(tx, batch, since))
  const disturbed = { batch, sentAt: lastLoss.startedAt, waitMs: backoffMs(searches), counts: true }
  if (verdict.to !== 'search_again' && verdict.to !== 'person') {
    const isOver = await resolveUnknown(work, batch, verdict, { isStillSo })
    return isOver ? null : postponeSearch(work, disturbed)
  }
  const needsPerson = verdict.to === 'person'
  const ourDecideAt = new Date(now.getTime() + decideAt.getTime() - listedAt.getTime())
  const isAtRest = needsPerson && !verdict.goesOn
  const next = nextSearchAt({ searches, needsPerson: isAtRest, now, decideAt: ourDecideAt })
  const result = afterSearch({
    searchCount: searches,
    lastSearchAt: now,
    nextSearchAt: next,
    decideAt: ourDecideAt,
    candidates,
    isComplete,
    wasSearched: isComplete || (batch.search?.wasSearched ?? false),
    needsPerson,
  })
  const released = await transact(work.db, async (tx) => {
    await lockProject(tx, batch.project)
    if (!(await isStillSo(tx)) || !(await moveBatch(tx, batch, result))) return null
    if (needsPerson) await askPerson(tx, { batch, candidates: candidates.length, now })
    await touchRefresh(tx, batch.refreshId)
    const freed = await releaseCollection(tx, batch.collectionId)
    await recountRefreshes(tx, freed, now)
    return freed
  })
  if (!released) return postponeSearch(work, disturbed)
  if (released.length > 0) await enqueueSend(batch.project)
  return next
}
