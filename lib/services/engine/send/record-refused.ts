import 'server-only'
import { countAttempts, finishAttempt } from '../../../db/batches/attempts.ts'
import type { BatchWork } from '../../../db/batches/batch-work.ts'
import type { Db } from '../../../db/connection/client.ts'
import { transact } from '../../../db/connection/transact.ts'
import { lockProject } from '../../../db/networks/quota-keys.ts'
import { addActivity } from '../../../db/refreshes/activities.ts'
import { recountRefreshes } from '../../../db/refreshes/recount-refresh.ts'
import { endSignature, recordSignatureUse } from '../../../db/signatures/signatures.ts'
import { endTokenUnknown } from '../../../db/tokens/tokens.ts'
import { interpretAnswer, type Outcome } from '../../../domain/batches/interpret-answer.ts'
import { noWait, type Wait } from '../../../domain/batches/wait.ts'
import { refusalActivity } from '../../../domain/refreshes/refusal-activity.ts'
import { refusalReason } from '../../../domain/refreshes/refusal-reason.ts'
import type { UpstreamError } from '../../../networks/http/upstream-error.ts'
import { enqueueReconcile } from '../../../queue/enqueue.ts'
import { findUsableSignature } from '../../../signatures/signatures.ts'
import type { WorkContext } from '../../context.ts'
import { endIdleSignature } from '../../signatures/end-idle-signature.ts'
import { markOutcomeUnknown, releaseCollection } from '../reconcile/mark-outcome-unknown.ts'
import type { UsedSignature } from './lease-batch.ts'
import { rejectBatch } from './reject-batch.ts'
import { returnToPlanned } from './return-to-planned.ts'
import { saveRefusedQuota } from './save-refused-quota.ts'
import { waitForSignature } from './wait-for-signature.ts'

type Refusal = {
  batch: BatchWork
  /** Null for a script's request whose signature the desk could not check. */
  signature: Pick<UsedSignature, 'id' | 'isFirstUse'> | null
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
  const { network, ownerAddress } = batch
  if (!ownerAddress) return
  if (outcome.to !== 'planned') await endIdleSignature(work, { network, ownerAddress })
  // The owner may have given a newer signature meanwhile: then the next claim finds it.
  else if (outcome.wait === 'authority' && !(await findUsableSignature(work, { network, ownerAddress }))) {
    await waitForSignature(work, batch, error.httpStatus)
  }
}

async function record(
  tx: Db,
  work: WorkContext,
  { batch, signature, attemptId, error }: Refusal,
): Promise<Outcome & { searchAt: Date | null }> {
  const now = work.now()
  const tries = await countAttempts(tx, batch.id)
  const isFirstUse = signature?.isFirstUse ?? false
  const isOfScript = batch.source === 'script'
  const outcome = interpretAnswer(factsOf(error), { isFirstUse, tries, now, isOfScript })
  const reason = refusalReason(outcome, error)
  const { httpStatus } = error
  const attemptedAt = await finishAttempt(tx, attemptId, {
    outcome: outcome.to,
    httpStatus,
    message: reason,
    now,
  })
  if (error.quota) await saveRefusedQuota(tx, batch, { quota: error.quota, outcome, now })
  if (signature) {
    const { refreshId, memberId } = batch
    await recordSignatureUse(tx, { signatureId: signature.id, refreshId, memberId, now })
    if (outcome.endsSignature) await endSignature(tx, signature.id, 'refused', now)
  }
  if (outcome.to === 'lost') {
    const marked = await markOutcomeUnknown(tx, work, { batch, reason, httpStatus, attemptedAt })
    if (marked) await recountRefreshes(tx, marked.refreshIds, now)
    return { ...outcome, searchAt: marked?.searchAt ?? null }
  }
  // A sweep may have called it unknown meanwhile; a clear answer ends the doubt.
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

/** A refused signature is looked for again at the next claim: the owner may have given a newer one meanwhile. */
const waitOf = (outcome: Extract<Outcome, { to: 'planned' }>): Wait =>
  outcome.wait === 'authority' ? noWait : { wait: outcome.wait, notBefore: outcome.notBefore }

const factsOf = (error: UpstreamError) => ({
  httpStatus: error.httpStatus,
  isWritten: error.isWritten,
  isQuota: error.kind === 'quota_exceeded' || error.quota !== null,
  resetsAt: error.quota ? new Date(error.quota.resetsAt) : null,
  retryAfterSeconds: error.retryAfterSeconds,
})
