import 'server-only'
import { closeOpenAttempts } from '../../../db/batches/attempts.ts'
import { type BatchWork, listLeased } from '../../../db/batches/batch-work.ts'
import { moveBatch } from '../../../db/batches/move-batch.ts'
import { transact } from '../../../db/connection/transact.ts'
import { lockProject } from '../../../db/networks/quota-keys.ts'
import { recountRefreshes } from '../../../db/refreshes/recount-refresh.ts'
import { recordSignatureUse } from '../../../db/signatures/signatures.ts'
import { withoutLease } from '../../../domain/batches/transition.ts'
import { noWait } from '../../../domain/batches/wait.ts'
import { enqueueReconcile } from '../../../queue/enqueue.ts'
import type { WorkContext } from '../../context.ts'
import { recordLost } from './record-lost.ts'
import { returnToPlanned } from './return-to-planned.ts'

const REASON = 'The server stopped while waiting for the answer to this request.'

/**
 * Takes back what a dead process left in hand: planned again if its attempt was never opened, else the answer is lost,
 * because the network may have accepted it. `all` is for a start where no other process can be sending. On a network that
 * is not switched on everything stays as it is.
 */
export async function recoverSending(work: WorkContext, { all }: { all: boolean }): Promise<number> {
  const leased = await listLeased(work.db, all ? null : work.now())
  const left = leased.filter(({ network }) => work.networks.find(network) !== null)
  for (const batch of left) await recover(work, batch)
  return left.length
}

async function recover(work: WorkContext, batch: BatchWork): Promise<void> {
  const now = work.now()
  const searchAt = await transact(work.db, async (tx) => {
    await lockProject(tx, batch.project)
    // First of all, so that the open attempt of a sender who came back stays open.
    if (!(await moveBatch(tx, batch, withoutLease()))) return null
    const attempt = await closeOpenAttempts(tx, batch.id, REASON, now)
    const { refreshId, memberId } = batch
    for (const signatureId of attempt?.signatureIds ?? [])
      await recordSignatureUse(tx, { signatureId, refreshId, memberId, now })
    const lost = attempt && { batch, reason: REASON, httpStatus: null, attemptedAt: attempt.begunAt }
    const marked = lost && (await recordLost(tx, work, lost))
    if (!marked) await returnToPlanned(tx, { batch, from: ['preparing', 'sending'], wait: noWait })
    await recountRefreshes(tx, marked ? marked.refreshIds : [batch.refreshId], now)
    return marked?.searchAt ?? null
  })
  if (searchAt) await enqueueReconcile(batch.id, searchAt)
}
