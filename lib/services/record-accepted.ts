import 'server-only'
import { addActivity } from '../db/activities.ts'
import { finishAttempt } from '../db/attempts.ts'
import type { BatchWork } from '../db/batch-work.ts'
import { changeBatch } from '../db/batches.ts'
import { markGrantProven, recordGrantUse } from '../db/grants.ts'
import { lockProject } from '../db/projects.ts'
import { saveQuota } from '../db/quotas.ts'
import { recountRefreshes } from '../db/recount-refresh.ts'
import { endTokenDoubt } from '../db/tokens.ts'
import { transact } from '../db/transact.ts'
import type { AcceptedRefresh } from '../immutable/imx/create-refresh.ts'
import { firstLookMs } from '../refresh/poll-interval.ts'
import type { UsedGrant } from './claim-batch.ts'
import type { WorkContext } from './context.ts'
import { releaseCollection } from './mark-unknown.ts'

type Acceptance = {
  batch: BatchWork
  /** Null for a script's request whose signature the desk could not check. */
  grant: Pick<UsedGrant, 'id'> | null
  attemptId: string
  accepted: AcceptedRefresh
}

/** Writes down that the network took a batch; returns when to look at it first. */
export async function recordAccepted(
  work: WorkContext,
  { batch, grant, attemptId, accepted }: Acceptance,
): Promise<Date> {
  const now = work.now()
  const { upstreamId, quota } = accepted
  const nextLookAt = new Date(now.getTime() + firstLookMs(batch.tokenCount, batch.position))
  await transact(work.db, async (tx) => {
    await lockProject(tx, batch.project)
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
      lastLookAt: null,
      leaseOwner: null,
      leaseUntil: null,
    }
    if (await changeBatch(tx, batch.id, ['sending', 'unknown'], change, batch.fence)) {
      await endTokenDoubt(tx, batch.id)
    }
    const released = await releaseCollection(tx, batch.collectionId)
    if (quota)
      await saveQuota(tx, batch.project, { ...quota, resetsAt: new Date(quota.resetsAt), seenAt: now })
    if (grant) {
      await markGrantProven(tx, grant.id, now)
      const { refreshId, memberId } = batch
      await recordGrantUse(tx, { grantId: grant.id, refreshId, memberId, now })
    }
    const data = { batch: batch.position, tokens: batch.tokenCount }
    await addActivity(tx, { refreshId: batch.refreshId, kind: 'batch_accepted', data, now })
    await recountRefreshes(tx, [batch.refreshId, ...released], now)
  })
  return nextLookAt
}
