import 'server-only'
import type { BatchWork } from '../db/batch-work.ts'
import { changeBatch } from '../db/batches.ts'
import { recountRefresh } from '../db/recount-refresh.ts'
import { transact } from '../db/transact.ts'
import type { WorkContext } from './context.ts'

/** Puts a batch back that was taken in hand and of which nothing was written. */
export async function handBack(work: WorkContext, batch: BatchWork): Promise<void> {
  await transact(work.db, async (tx) => {
    const change = { state: 'planned', leaseOwner: null, leaseUntil: null }
    if (await changeBatch(tx, batch.id, ['sending'], change, batch.fence)) {
      await recountRefresh(tx, batch.refreshId, work.now())
    }
  })
}
