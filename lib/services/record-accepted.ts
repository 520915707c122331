import 'server-only'
import { addActivity } from '../db/activities.ts'
import { finishAttempt } from '../db/attempts.ts'
import type { BatchWork } from '../db/batch-work.ts'
import { changeBatch } from '../db/batches.ts'
import { markGrantProven, recordGrantUse } from '../db/grants.ts'
import { saveQuota } from '../db/quotas.ts'
import { recountRefresh } from '../db/recount-refresh.ts'
import { transact } from '../db/transact.ts'
import type { AcceptedRefresh } from '../immutable/imx/create-refresh.ts'
import { pollIntervalMs } from '../refresh/poll-interval.ts'
import type { UsedGrant } from './claim-batch.ts'
import type { WorkContext } from './context.ts'

type Acceptance = { batch: BatchWork; grant: UsedGrant; attemptId: string; accepted: AcceptedRefresh }

/** Writes down that the network took a batch; returns when to look at it first. */
export async function recordAccepted(
  work: WorkContext,
  { batch, grant, attemptId, accepted }: Acceptance,
): Promise<Date> {
  const now = work.now()
  const { upstreamId, quota } = accepted
  const nextLookAt = new Date(
    now.getTime() + pollIntervalMs({ elapsedMs: 0, done: 0, total: batch.tokenCount }),
  )
  await transact(work.db, async (tx) => {
    await finishAttempt(tx, attemptId, { outcome: 'accepted', httpStatus: 202, message: null, now })
    // A sweep may have called it unknown meanwhile; an answer with an id ends every doubt.
    const change = {
      state: 'accepted',
      wait: null,
      notBefore: null,
      reason: null,
      upstreamId,
      acceptedAt: now,
      nextLookAt,
      leaseOwner: null,
      leaseUntil: null,
    }
    await changeBatch(tx, batch.id, ['sending', 'unknown'], change, batch.fence)
    if (quota)
      await saveQuota(tx, batch.project, { ...quota, resetsAt: new Date(quota.resetsAt), seenAt: now })
    await markGrantProven(tx, grant.id, now)
    await recordGrantUse(tx, { grantId: grant.id, refreshId: batch.refreshId, memberId: batch.memberId, now })
    const data = { batch: batch.position, tokens: batch.tokenCount }
    await addActivity(tx, { refreshId: batch.refreshId, kind: 'batch_accepted', data, now })
    await recountRefresh(tx, batch.refreshId, now)
  })
  return nextLookAt
}
