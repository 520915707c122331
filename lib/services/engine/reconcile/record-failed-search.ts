import 'server-only'
import { backoffMs } from '../../../core/backoff.ts'
import type { BatchWork } from '../../../db/batches/batch-work.ts'
import { planSearch } from '../../../db/batches/plan-search.ts'
import { transact } from '../../../db/connection/transact.ts'
import { touchRefresh } from '../../../db/refreshes/refreshes.ts'
import { isOverdue } from '../../../domain/batches/reconcile.ts'
import type { UpstreamError } from '../../../networks/http/upstream-error.ts'
import { authorityOf, findPermit } from '../../authority/authorities.ts'
import type { Permit } from '../../authority/authority.ts'
import { waitForAuthority } from '../../authority/wait-for-authority.ts'
import type { WorkContext } from '../../context.ts'
import { askPerson } from './ask-person.ts'

const LONGEST_PAUSE_SECONDS = 300

type MissedSearch = { batch: BatchWork; sentAt: Date; permit: Permit; error: UpstreamError }

/**
 * A search that failed says nothing, because absence is decided by a complete list alone. When too many failed, a person
 * is asked. Returns when to search again, null when that must wait for a signature.
 */
export async function recordFailedSearch(
  work: WorkContext,
  { batch, sentAt, permit, error }: MissedSearch,
): Promise<Date | null> {
  const now = work.now()
  if (error.httpStatus === 401 || error.httpStatus === 403) {
    await authorityOf(work, batch).end(work, work.db, permit)
    if (await findPermit(work, batch, 'watch')) return now
    await waitForAuthority(work, batch, error.httpStatus)
    return null
  }
  const searches = (batch.search?.searchCount ?? 0) + 1
  const waitMs = Math.max(
    backoffMs(searches),
    Math.min(error.retryAfterSeconds ?? 0, LONGEST_PAUSE_SECONDS) * 1000,
  )
  const nextSearchAt = new Date(now.getTime() + waitMs)
  const waitedMs = now.getTime() - sentAt.getTime()
  const needsPerson = isOverdue({ searches, waitedMs, decideAfterMs: work.rules.decideAfterMs })
  await transact(work.db, async (tx) => {
    // What was not even asked is no search.
    const missed = { nextSearchAt, counts: error.isWritten, needsPerson }
    if (!(await planSearch(tx, batch.id, missed)) || !needsPerson) return
    await askPerson(tx, { batch, candidates: 0, now })
    await touchRefresh(tx, batch.refreshId)
  })
  return nextSearchAt
}
