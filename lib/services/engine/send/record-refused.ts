import 'server-only'
import { countAttempts, finishAttempt } from '../../../db/batches/attempts.ts'
import type { BatchWork } from '../../../db/batches/batch-work.ts'
import type { Db } from '../../../db/connection/client.ts'
import { transact } from '../../../db/connection/transact.ts'
import { lockProject } from '../../../db/networks/quota-keys.ts'
import { saveQuota } from '../../../db/networks/quotas.ts'
import { addActivity } from '../../../db/refreshes/activities.ts'
import { recountRefreshes } from '../../../db/refreshes/recount-refresh.ts'
import { endSignature, recordSignatureUse } from '../../../db/signatures/signatures.ts'
import { endTokenUnknown } from '../../../db/tokens/tokens.ts'
import { interpretAnswer, type Outcome } from '../../../domain/batches/interpret-answer.ts'
import { noWait, type Wait } from '../../../domain/batches/wait.ts'
import { cleanText } from '../../../domain/failures/failure-body.ts'
import type { ActivityFact } from '../../../domain/refreshes/activity.ts'
import type { UpstreamError, UpstreamQuota } from '../../../networks/http/upstream-error.ts'
import { enqueueReconcile } from '../../../queue/enqueue.ts'
import { findUsableSignature } from '../../../signatures/signatures.ts'
import type { WorkContext } from '../../context.ts'
import { endIdleSignature } from '../../signatures/end-idle-signature.ts'
import { markOutcomeUnknown, releaseCollection } from '../reconcile/mark-outcome-unknown.ts'
import type { UsedSignature } from './lease-batch.ts'
import { rejectBatch } from './reject-batch.ts'
import { returnToPlanned } from './return-to-planned.ts'
import { waitForSignature } from './wait-for-signature.ts'

type Refusal = {
  batch: BatchWork
  /** Null for a script's request whose signature the desk could not check. */
  signature: Pick<UsedSignature, 'id' | 'isFirstUse'> | null
  attemptId: string
  error: UpstreamError
}

const LONGEST_REASON = 500

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
  const reason = reasonOf(error, outcome)
  const { httpStatus } = error
  const attemptedAt = await finishAttempt(tx, attemptId, {
    outcome: outcome.to,
    httpStatus,
    message: reason,
    now,
  })
  if (error.quota) await keepQuota(tx, batch, outcome, error.quota, now)
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
  const activity = activityFor(outcome, batch, reason, httpStatus)
  if (activity) await addActivity(tx, { refreshId: batch.refreshId, ...activity, now })
  await endTokenUnknown(tx, batch.id)
  const released = await releaseCollection(tx, batch.collectionId)
  await recountRefreshes(tx, [batch.refreshId, ...released], now)
  return { ...outcome, searchAt: null }
}

async function keepQuota(tx: Db, { project }: BatchWork, outcome: Outcome, quota: UpstreamQuota, now: Date) {
  const { limit, remaining, resetsAt } = quota
  // A refusal binds the whole project, also where our clock takes its reset for past.
  const isOver = outcome.to === 'planned' && outcome.wait === 'quota'
  const over = isOver && { remaining: 0, resetsAt: outcome.notBefore }
  await saveQuota(tx, project, { limit, remaining, resetsAt: new Date(resetsAt), seenAt: now, ...over })
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

function reasonOf({ httpStatus, upstreamMessage, upstreamCode }: UpstreamError, { to }: Outcome): string {
  if (to === 'lost') {
    return httpStatus === null
      ? 'The answer to this request was lost.'
      : `The network answered ${httpStatus}, which does not say whether it took the request.`
  }
  if (httpStatus === null) return 'Nothing was sent: the network could not be reached in time.'
  const words = upstreamMessage || upstreamCode || `The network answered ${httpStatus}.`
  return cleanText(words.slice(0, LONGEST_REASON))
}

function activityFor(
  outcome: Exclude<Outcome, { to: 'lost' }>,
  batch: BatchWork,
  reason: string,
  httpStatus: number | null,
): ActivityFact | null {
  const data = { batch: batch.position, tokens: batch.tokenCount, reason, httpStatus }
  if (outcome.to === 'rejected') return { kind: 'batch_rejected', data }
  if (outcome.wait === 'authority' || batch.wait === outcome.wait) return null
  const until = outcome.notBefore.toISOString()
  if (outcome.wait === 'backoff') return { kind: 'backoff', data: { ...data, until } }
  return { kind: 'waiting_quota', data: { batches: 1, until } }
}
