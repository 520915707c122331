import 'server-only'
import { countAttempts, finishAttempt } from '../../../db/batches/attempts.ts'
import type { BatchWork } from '../../../db/batches/batch-work.ts'
import type { Db } from '../../../db/connection/client.ts'
import { transact } from '../../../db/connection/transact.ts'
import { lockProject } from '../../../db/networks/quota-keys.ts'
import { addActivity } from '../../../db/refreshes/activities.ts'
import { recountRefreshes } from '../../../db/refreshes/recount-refresh.ts'
import { endTokenUnknown } from '../../../db/tokens/tokens.ts'
import { type Outcome, ofScript } from '../../../domain/batches/outcome.ts'
import { noWait, type Wait } from '../../../domain/batches/wait.ts'
import { refusalActivity } from '../../../domain/refreshes/refusal-activity.ts'
import { refusalReason } from '../../../domain/refreshes/refusal-reason.ts'
import type { UpstreamError } from '../../../networks/http/upstream-error.ts'
import { enqueueReconcile } from '../../../queue/enqueue.ts'
import { authorityOf, endIdle, findPermit } from '../../authority/authorities.ts'
import type { Permit } from '../../authority/authority.ts'
import { waitForAuthority } from '../../authority/wait-for-authority.ts'
import type { WorkContext } from '../../context.ts'
import { releaseCollection } from '../reconcile/mark-outcome-unknown.ts'
import { recordLost } from './record-lost.ts'
import { rejectBatch } from './reject-batch.ts'
import { returnToPlanned } from './return-to-planned.ts'
import { saveRefusedQuota } from './save-refused-quota.ts'

type Refusal = {
  batch: BatchWork
  /** Null for a script's request whose signature the desk could not check. */
  permit: Permit | null
  attemptId: string
  error: UpstreamError
}

/** Writes down everything that follows from an answer that was not an acceptance, in one transaction. */
export async function recordRefused(work: WorkContext, refusal: Refusal): Promise<void> {
  const { batch, error } = refusal
  const outcome = await transact(work.db, async (tx) => {
    await lockProject(tx, batch.project)
    return record(tx, work, refusal)
  })
  if (outcome.searchAt) await enqueueReconcile(batch.id, outcome.searchAt)
  if (outcome.to !== 'planned') await endIdle(work, batch)
  // A newer one may have been given meanwhile: then the next lease finds it.
  else if (outcome.wait === 'authority' && !(await findPermit(work, batch))) {
    await waitForAuthority(work, batch, error.httpStatus)
  }
}

async function record(
  tx: Db,
  work: WorkContext,
  { batch, permit, attemptId, error }: Refusal,
): Promise<Outcome & { searchAt: Date | null }> {
  const now = work.now()
  const tries = await countAttempts(tx, batch.id)
  const isFirstUse = permit?.isFirstUse ?? false
  const { refresher } = work.networks.get(batch.network).provider
  const said = refresher.interpret(factsOf(error), { isFirstUse, tries, now })
  const outcome = batch.source === 'script' ? ofScript(said) : said
  const reason = refusalReason(outcome, error)
  const { httpStatus } = error
  const attemptedAt = await finishAttempt(tx, attemptId, {
    outcome: outcome.to,
    httpStatus,
    message: reason,
    now,
  })
  if (error.quota) await saveRefusedQuota(tx, batch, { quota: error.quota, outcome, now })
  if (permit) {
    const authority = authorityOf(work, batch)
    await authority.recordUse(tx, permit, batch, now)
    if (outcome.endsCredential) await authority.end(work, tx, permit)
  }
  if (outcome.to === 'lost') {
    const marked = await recordLost(tx, work, { batch, reason, httpStatus, attemptedAt })
    if (marked) await recountRefreshes(tx, marked.refreshIds, now)
    return { ...outcome, searchAt: marked?.searchAt ?? null }
  }
  // A sweep may have called it lost meanwhile; a clear answer decides it.
  const isOurs =
    outcome.to === 'rejected'
      ? await rejectBatch(tx, batch, { from: ['sending', 'lost'], reason, httpStatus, now })
      : await returnToPlanned(tx, { batch, from: ['sending', 'lost'], wait: waitOf(outcome) })
  if (!isOurs) return { ...outcome, searchAt: null }
  const activity = refusalActivity(outcome, batch, { reason, httpStatus })
  if (activity) await addActivity(tx, { refreshId: batch.refreshId, ...activity, now })
  await endTokenUnknown(tx, batch.id)
  const released = await releaseCollection(tx, batch.collectionId)
  await recountRefreshes(tx, [batch.refreshId, ...released], now)
  return { ...outcome, searchAt: null }
}

/** What was refused is looked for again at the next lease: a newer one may have been given meanwhile. */
const waitOf = (outcome: Extract<Outcome, { to: 'planned' }>): Wait =>
  outcome.wait === 'authority' ? noWait : { wait: outcome.wait, notBefore: outcome.notBefore }

const factsOf = (error: UpstreamError) => ({
  httpStatus: error.httpStatus,
  isWritten: error.isWritten,
  isQuota: error.kind === 'quota_exceeded' || error.quota !== null,
  resetsAt: error.quota ? new Date(error.quota.resetsAt) : null,
  retryAfterSeconds: error.retryAfterSeconds,
})
