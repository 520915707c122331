import 'server-only'
import { findUsableGrant } from '../auth/grants.ts'
import { addActivity } from '../db/activities.ts'
import { countAttempts, countUnaccounted, finishAttempt } from '../db/attempts.ts'
import { type BatchWork, listPlanned } from '../db/batch-work.ts'
import { type BatchChange, changeBatch, changeBatches } from '../db/batches.ts'
import { failAllTokens } from '../db/failures.ts'
import { endGrant, recordGrantUse } from '../db/grants.ts'
import { saveQuota } from '../db/quotas.ts'
import { recountRefreshes } from '../db/recount-refresh.ts'
import { setTokenStates } from '../db/tokens.ts'
import { transact } from '../db/transact.ts'
import type { UpstreamError } from '../immutable/upstream-error.ts'
import { backoffMs } from '../refresh/backoff.ts'
import { notAcceptedCause } from '../refresh/cause-of.ts'
import { cleanText } from '../refresh/failure-body.ts'
import { interpretAnswer, type Outcome } from '../refresh/interpret-answer.ts'
import type { Activity } from '../refresh/model.ts'
import { orderForSending } from '../refresh/order-for-sending.ts'
import type { UsedGrant } from './claim-batch.ts'
import type { WorkContext } from './context.ts'
import { endIdleGrant } from './end-idle-grant.ts'
import { waitForSignature } from './wait-for-signature.ts'

type Refusal = { batch: BatchWork; grant: UsedGrant; attemptId: string; error: UpstreamError }

const LONGEST_REASON = 500
const HOUR_MS = 3_600_000
/** More than the backoff of a request that was surely not taken, because each try may cost a batch. */
const HOLD_FACTOR = 8
const LONGEST_HOLD_MS = 5 * 60_000

/** Writes down everything that follows from an answer that was not an acceptance, in one transaction. */
export async function recordRefused(work: WorkContext, refusal: Refusal): Promise<void> {
  const { batch, grant, attemptId, error } = refusal
  const now = work.now()
  const outcome = await transact(work.db, async (tx) => {
    const tries = await countAttempts(tx, batch.id)
    const result = interpretAnswer(factsOf(error), { isFirstUse: grant.isFirstUse, tries, now })
    const reason = reasonOf(error, result)
    const { httpStatus } = error
    await finishAttempt(tx, attemptId, { outcome: result.to, httpStatus, message: reason, now })
    const change = { ...changeFor(result, reason), leaseOwner: null, leaseUntil: null }
    const isOurs = await changeBatch(tx, batch.id, ['sending', 'unknown'], change, batch.fence)
    if (error.quota) {
      const { limit, remaining, resetsAt } = error.quota
      const known = { limit, remaining, resetsAt: new Date(resetsAt), seenAt: now }
      // A refusal binds the whole project, also where our clock takes its reset for past.
      const isOver = result.to === 'planned' && result.wait === 'quota'
      const over = isOver && { remaining: 0, resetsAt: result.notBefore }
      await saveQuota(tx, batch.project, { ...known, ...over })
    }
    await recordGrantUse(tx, { grantId: grant.id, refreshId: batch.refreshId, memberId: batch.memberId, now })
    if (result.endsGrant) await endGrant(tx, grant.id, 'refused', now)
    if (!isOurs) return result
    const held = result.to === 'unknown' ? await holdOthers(tx, batch, now) : []
    if (result.to === 'unknown') await setTokenStates(tx, batch.id, 'unknown')
    if (result.to === 'rejected') {
      await failAllTokens(tx, batch.id, {
        cause: notAcceptedCause(httpStatus),
        httpStatus,
        body: reason,
        now,
      })
      await setTokenStates(tx, batch.id, 'failed')
    }
    const activity = activityFor(result, batch, reason, httpStatus)
    if (activity) await addActivity(tx, { refreshId: batch.refreshId, ...activity, now })
    await recountRefreshes(tx, [batch.refreshId, ...held], now)
    return result
  })
  const { network, ownerAddress } = batch
  if (!ownerAddress) return
  if (outcome.to !== 'planned') await endIdleGrant(work, { network, ownerAddress })
  // The owner may have given a newer signature meanwhile: then the next claim finds it.
  else if (outcome.wait === 'signature' && !(await findUsableGrant(work, { network, ownerAddress }))) {
    await waitForSignature(work, batch, error.httpStatus)
  }
}

/**
 * A network in trouble would leave one batch after the other in doubt, so the rest of the project waits, longer each
 * time. Returns the refreshes that this concerns.
 */
async function holdOthers(
  tx: Parameters<typeof listPlanned>[0],
  { project }: BatchWork,
  now: Date,
): Promise<string[]> {
  const inDoubt = await countUnaccounted(tx, project, new Date(now.getTime() - HOUR_MS))
  const notBefore = new Date(now.getTime() + Math.min(backoffMs(inDoubt) * HOLD_FACTOR, LONGEST_HOLD_MS))
  const others = orderForSending(await listPlanned(tx, project), now)
  await changeBatches(
    tx,
    others.map(({ id }) => id),
    { wait: 'turn', notBefore },
  )
  return others.map(({ refreshId }) => refreshId)
}

const factsOf = (error: UpstreamError) => ({
  httpStatus: error.httpStatus,
  isWritten: error.isWritten,
  isQuota: error.kind === 'quota_exceeded' || error.quota !== null,
  resetsAt: error.quota ? new Date(error.quota.resetsAt) : null,
  retryAfterSeconds: error.retryAfterSeconds,
})

function changeFor(outcome: Outcome, reason: string): BatchChange {
  if (outcome.to !== 'planned') return { state: outcome.to, wait: null, notBefore: null, reason }
  const { wait, notBefore } = outcome
  // A refused signature is looked for again at the next claim: the owner may have given a newer one meanwhile.
  return { state: 'planned', wait: wait === 'signature' ? null : wait, notBefore, sentAt: null }
}

function reasonOf({ httpStatus, upstreamMessage, upstreamCode }: UpstreamError, { to }: Outcome): string {
  if (to === 'unknown') {
    return httpStatus === null
      ? 'The answer to this request was lost.'
      : `The network answered ${httpStatus}, which does not say whether it took the request.`
  }
  if (httpStatus === null) return 'The network could not be reached; nothing was sent.'
  const words = upstreamMessage || upstreamCode || `The network answered ${httpStatus}.`
  return cleanText(words.slice(0, LONGEST_REASON))
}

type NewActivity = { kind: Activity['kind']; data: Activity['data'] }

function activityFor(
  outcome: Outcome,
  batch: BatchWork,
  reason: string,
  httpStatus: number | null,
): NewActivity | null {
  const data = { batch: batch.position, tokens: batch.tokenCount, reason, httpStatus }
  if (outcome.to !== 'planned') return { kind: `batch_${outcome.to}`, data }
  if (outcome.wait === 'signature' || batch.wait === outcome.wait) return null
  const until = outcome.notBefore.toISOString()
  if (outcome.wait === 'backoff') return { kind: 'backoff', data: { ...data, until } }
  return { kind: 'waiting_quota', data: { batches: 1, until } }
}
