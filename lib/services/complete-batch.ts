import 'server-only'
import { addActivity } from '../db/activities.ts'
import type { BatchWork } from '../db/batch-work.ts'
import { changeWatched } from '../db/batches.ts'
import { countFailedTokens } from '../db/failures.ts'
import { lockProject } from '../db/projects.ts'
import { recountRefresh } from '../db/recount-refresh.ts'
import { settleTokens } from '../db/tokens.ts'
import { transact } from '../db/transact.ts'
import type { RefreshStatus } from '../immutable/imx/get-refresh-status.ts'
import { finalProgress } from '../refresh/merge-progress.ts'
import type { UsedGrant } from './claim-batch.ts'
import { collectFailures } from './collect-failures.ts'
import type { WorkContext } from './context.ts'
import { endIdleGrant } from './end-idle-grant.ts'
import { holdRefresh } from './hold-refresh.ts'

type Completion = { batch: BatchWork; upstreamId: string; grant: UsedGrant; status: RefreshStatus }

/**
 * Ends a batch that the network has completed. Its failures are stored to the last page first, so that a completed
 * batch is a complete one; whatever interrupts this, doing it again gives the same rows.
 */
export async function completeBatch(work: WorkContext, completion: Completion): Promise<void> {
  const { batch, status } = completion
  const hasNoFailures = status.failed === 0 && status.succeeded >= batch.tokenCount
  if (!hasNoFailures) await collectFailures(work, completion)
  const now = work.now()
  await transact(work.db, async (tx) => {
    await lockProject(tx, batch.project)
    const counts = finalProgress(status, batch.tokenCount)
    const listed = await countFailedTokens(tx, batch.id)
    // With failures that the network counts but does not list, or tokens it does not count, nobody can say which succeeded.
    const isAccountedFor = listed >= counts.failed && counts.succeeded + counts.failed === batch.tokenCount
    await settleTokens(tx, batch.id, isAccountedFor ? 'succeeded' : 'unknown')
    const isOurs = await changeWatched(tx, batch.id, {
      ...counts,
      state: 'completed',
      wait: null,
      nextLookAt: null,
      startedAt: batch.startedAt ?? now,
      completedAt: status.completedAt ? new Date(status.completedAt) : now,
      collectedAt: now,
    })
    if (!isOurs) return
    const data = { batch: batch.position, ...counts }
    await addActivity(tx, { refreshId: batch.refreshId, kind: 'batch_completed', data, now })
    await holdRefresh(tx, work, batch, counts.failed)
    await recountRefresh(tx, batch.refreshId, now)
  })
  const { network, ownerAddress } = batch
  if (ownerAddress) await endIdleGrant(work, { network, ownerAddress })
}
