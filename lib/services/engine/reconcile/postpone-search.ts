import 'server-only'
import type { BatchWork } from '../../../db/batches/batch-work.ts'
import { planSearch } from '../../../db/batches/plan-search.ts'
import { transact } from '../../../db/connection/transact.ts'
import { touchRefresh } from '../../../db/refreshes/refreshes.ts'
import { isOverdue } from '../../../domain/batches/lost/reconcile.ts'
import type { WorkContext } from '../../context.ts'
import { askPerson } from './ask-person.ts'

type Postponed = {
  batch: BatchWork
  /** By our clock. */
  sentAt: Date
  waitMs: number
  /** Whether the network was asked. */
  counts: boolean
}

/** After a search that says nothing. When there were too many of them, a person is asked. Returns when to search again. */
export async function postponeSearch(
  work: WorkContext,
  { batch, sentAt, waitMs, counts }: Postponed,
): Promise<Date> {
  const now = work.now()
  const nextSearchAt = new Date(now.getTime() + waitMs)
  const searches = (batch.search?.searchCount ?? 0) + 1
  const waitedMs = now.getTime() - sentAt.getTime()
  const needsPerson = isOverdue({ searches, waitedMs, decideAfterMs: work.rules.decideAfterMs })
  await transact(work.db, async (tx) => {
    if (!(await planSearch(tx, batch.id, { nextSearchAt, counts, needsPerson })) || !needsPerson) return
    await askPerson(tx, { batch, candidates: 0, now })
    await touchRefresh(tx, batch.refreshId)
  })
  return nextSearchAt
}
