import 'server-only'
import { findFirstUnknown, findLastUnknown } from '../../../db/batches/attempts.ts'
import { type BatchWork, findBatchWork } from '../../../db/batches/batch-work.ts'
import { moveBatch } from '../../../db/batches/move-batch.ts'
import { countSameSizeUnknowns } from '../../../db/batches/unknown-outcomes.ts'
import { transact } from '../../../db/connection/transact.ts'
import { touchRefresh } from '../../../db/refreshes/refreshes.ts'
import { findAllTokenIds } from '../../../db/tokens/tokens.ts'
import { decide, isOverdue, nextSearchAt } from '../../../domain/batches/reconcile.ts'
import { afterSearch } from '../../../domain/batches/transition.ts'
import { UpstreamError } from '../../../networks/http/upstream-error.ts'
import { findPermit } from '../../authority/authorities.ts'
import { waitForAuthority } from '../../authority/wait-for-authority.ts'
import type { WorkContext } from '../../context.ts'
import { askPerson } from './ask-person.ts'
import { type Listing, listCandidates } from './list-candidates.ts'
import { recordFailedSearch } from './record-failed-search.ts'
import { resolveUnknown } from './resolve-unknown.ts'

/** Looks once for a lost batch in the network's list; returns when to look again, null when the doubt has ended
 * or must wait for a signature. */
export async function reconcileBatch(work: WorkContext, batchId: string): Promise<Date | null> {
  const batch = await findBatchWork(work.db, batchId)
  if (batch?.state !== 'lost') return null
  const doubt = await findLastUnknown(work.db, batch.id)
  if (!doubt) {
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
  const first = (await findFirstUnknown(work.db, batch.id)) ?? doubt
  const lost = {
    collection: batch.collection,
    size: batch.tokenCount,
    tokenIds: await findAllTokenIds(work.db, batch),
    sentAt: first.upstreamAt ?? first.startedAt,
  }
  try {
    const listing = await listCandidates(work, batch, { list, permit, lost })
    return await act(work, batch, doubt, listing)
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error
    return recordFailedSearch(work, { batch, sentAt: doubt.startedAt, permit, error })
  }
}

type OutcomeUnknown = { startedAt: Date; upstreamAt: Date | null }

async function act(
  work: WorkContext,
  batch: BatchWork,
  doubt: OutcomeUnknown,
  listing: Listing,
): Promise<Date | null> {
  const { candidates, isComplete } = listing
  const { decideAfterMs } = work.rules
  // Both by the network's clock where it is known, so that a jump of ours changes nothing.
  const isTheirs = doubt.upstreamAt !== null && listing.listedAt !== null
  const listedAt = (isTheirs && listing.listedAt) || work.now()
  const sentAt = (isTheirs && doubt.upstreamAt) || doubt.startedAt
  const decideAt = new Date(sentAt.getTime() + decideAfterMs)
  const now = work.now()
  const searches = (batch.search?.searchCount ?? 0) + 1
  const waitedMs = listedAt.getTime() - sentAt.getTime()
  const verdict = decide({
    candidates,
    isComplete,
    listedAt,
    decideAt,
    sameSizeUnknowns: await countSameSizeUnknowns(work.db, batch),
    resends: batch.resendCount,
    isOfScript: batch.source === 'script',
    isOverdue: isOverdue({ searches, waitedMs, decideAfterMs }),
  })
  if (verdict.to !== 'search_again' && verdict.to !== 'person') {
    await resolveUnknown(work, batch, verdict)
    return null
  }
  const needsPerson = verdict.to === 'person'
  const ourDecideAt = new Date(now.getTime() + decideAt.getTime() - listedAt.getTime())
  const isAtRest = needsPerson && !verdict.goesOn
  const next = nextSearchAt({ searches, needsPerson: isAtRest, now, decideAt: ourDecideAt })
  const searched = afterSearch({
    searchCount: searches,
    lastSearchAt: now,
    nextSearchAt: next,
    decideAt: ourDecideAt,
    candidates,
    isComplete,
    needsPerson,
  })
  await transact(work.db, async (tx) => {
    if (!(await moveBatch(tx, batch, searched))) return
    if (needsPerson) await askPerson(tx, { batch, candidates: candidates.length, now })
    await touchRefresh(tx, batch.refreshId)
  })
  return next
}
