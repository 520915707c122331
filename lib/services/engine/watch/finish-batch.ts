import 'server-only'
import { readTime } from '../../../core/read-time.ts'
import type { BatchWork } from '../../../db/batches/batch-work.ts'
import { moveBatch } from '../../../db/batches/move-batch.ts'
import { transact } from '../../../db/connection/transact.ts'
import { addFailedTokens, finishImported } from '../../../db/imports/imported-refreshes.ts'
import { lockProject } from '../../../db/networks/quota-keys.ts'
import { addActivity } from '../../../db/refreshes/activities.ts'
import { recountRefresh } from '../../../db/refreshes/recount-refresh.ts'
import { countFailedTokens } from '../../../db/tokens/failures.ts'
import { markTokens } from '../../../db/tokens/mark-tokens.ts'
import { finalProgress, tokensOf } from '../../../domain/batches/merge-progress.ts'
import { toFinished } from '../../../domain/batches/transition.ts'
import { whyUnknown } from '../../../domain/batches/why-unknown.ts'
import type { Observation } from '../../../networks/provider/refresher.ts'
import { endIdle } from '../../authority/authorities.ts'
import type { Permit } from '../../authority/authority.ts'
import type { WorkContext } from '../../context.ts'
import { fetchAllFailures } from './fetch-all-failures.ts'
import { holdRefresh } from './hold-refresh.ts'

type Completion = { batch: BatchWork; permit: Permit; status: Observation }

/**
 * Ends a batch that the network has completed. Its failures are stored to the last page first, so that a completed
 * batch is a complete one; whatever interrupts this, doing it again gives the same rows.
 */
export async function finishBatch(work: WorkContext, completion: Completion): Promise<void> {
  const { batch, status } = completion
  const isImported = batch.source === 'import'
  // How many tokens were sent elsewhere the network alone can say.
  const said = status.counts ?? { succeeded: 0, failed: 0, pending: 0 }
  const tokenCount = isImported && status.counts ? tokensOf(status.counts) : batch.tokenCount
  const hasNoFailures = said.failed === 0 && said.succeeded >= tokenCount
  const listed = hasNoFailures
    ? { foreign: 0, unreadable: 0, isWhole: true }
    : await fetchAllFailures(work, { ...completion, tokenCount })
  const now = work.now()
  const completedAt = readTime(status.completedAt)
  // One that lies ahead would hide later refreshes of these tokens.
  const finishedAt = completedAt && completedAt < now ? completedAt : now
  await transact(work.db, async (tx) => {
    await lockProject(tx, batch.project)
    const named = await countFailedTokens(tx, batch.id)
    const counts = finalProgress(said, named, tokenCount)
    const unknown = tokenCount - counts.succeeded - counts.failed
    // With failures that the network counts but does not name, or tokens it does not count, nobody can say which succeeded.
    const isAccountedFor = named >= counts.failed && unknown === 0
    if (isImported) await addFailedTokens(tx, batch.id)
    await markTokens(tx, batch.id, isAccountedFor ? 'succeeded' : 'unknown', finishedAt)
    const end = toFinished(tokenCount, {
      ...counts,
      reason: whyUnknown({ ...counts, total: tokenCount, named, ...listed }),
      startedAt: batch.startedAt ?? now,
      finishedAt,
      failuresFetchedAt: now,
    })
    if (!(await moveBatch(tx, batch, end))) return
    const data = { batch: batch.position, ...counts, unknown }
    await addActivity(tx, { refreshId: batch.refreshId, kind: 'batch_finished', data, now })
    await holdRefresh(tx, work, batch, counts.failed)
    await recountRefresh(tx, batch.refreshId, now)
    if (isImported) await finishImported(tx, batch.refreshId, finishedAt)
  })
  await endIdle(work, batch)
}
