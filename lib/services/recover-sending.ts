import 'server-only'
import { addActivity } from '../db/activities.ts'
import { closeOpenAttempts } from '../db/attempts.ts'
import { type BatchWork, listSending } from '../db/batch-work.ts'
import { changeBatch } from '../db/batches.ts'
import { recountRefresh } from '../db/recount-refresh.ts'
import { setTokenStates } from '../db/tokens.ts'
import { transact } from '../db/transact.ts'
import type { WorkContext } from './context.ts'

const REASON = 'The desk stopped while it waited for the answer to this request.'

/**
 * Takes back what a dead sender left in hand: planned again if its attempt was never opened, else unknown, because the
 * network may have accepted it. `all` is for a start where no other process can be sending.
 */
export async function recoverSending(work: WorkContext, { all }: { all: boolean }): Promise<number> {
  const left = await listSending(work.db, all ? null : work.now())
  for (const batch of left) await recover(work, batch)
  return left.length
}

async function recover(work: WorkContext, batch: BatchWork): Promise<void> {
  const now = work.now()
  await transact(work.db, async (tx) => {
    // First of all, so that the open attempt of a sender who came back stays open.
    const free = { leaseOwner: null, leaseUntil: null }
    if (!(await changeBatch(tx, batch.id, ['sending'], free, batch.fence))) return
    const mayBeSent = (await closeOpenAttempts(tx, batch.id, REASON, now)) > 0
    const change = mayBeSent ? { state: 'unknown', reason: REASON } : { state: 'planned' }
    await changeBatch(tx, batch.id, ['sending'], change, batch.fence)
    if (mayBeSent) {
      await setTokenStates(tx, batch.id, 'unknown')
      const data = { batch: batch.position, tokens: batch.tokenCount, reason: REASON, httpStatus: null }
      await addActivity(tx, { refreshId: batch.refreshId, kind: 'batch_unknown', data, now })
    }
    await recountRefresh(tx, batch.refreshId, now)
  })
}
