import 'server-only'
import { createAttempt, finishAttempt } from '../../../db/batches/attempts.ts'
import { findContent } from '../../../db/batches/batch-content.ts'
import type { BatchWork } from '../../../db/batches/batch-work.ts'
import { moveBatch } from '../../../db/batches/move-batch.ts'
import { transact } from '../../../db/connection/transact.ts'
import type { Project } from '../../../db/networks/quota-keys.ts'
import { listBatchTokenIds } from '../../../db/tokens/tokens.ts'
import { beforeRequest } from '../../../domain/batches/transition.ts'
import { UpstreamError } from '../../../networks/http/upstream-error.ts'
import { enqueueWatch } from '../../../queue/enqueue.ts'
import { authorityOf } from '../../authority/authorities.ts'
import type { Permit } from '../../authority/authority.ts'
import type { WorkContext } from '../../context.ts'
import { whenReachable } from '../../networks/when-reachable.ts'
import { prepareBatch } from '../prepare/prepare-batch.ts'
import { type Leased, leaseBatch } from './lease-batch.ts'
import { recordAccepted } from './record-accepted.ts'
import { recordRefused } from './record-refused.ts'
import { releaseBatch } from './release-batch.ts'
import { leaseEnd, leaseMs, sendTimeoutMs } from './send-deadlines.ts'
import { waitForNetwork } from './wait-for-network.ts'

/** Sends what a project may send now, one batch after the other; returns when to try again, null when nothing waits for a time. */
export async function sendNext(
  work: WorkContext,
  project: Project,
  options: { signal?: AbortSignal } = {},
): Promise<Date | null> {
  while (!options.signal?.aborted) {
    const closedUntil = await whenReachable(work.networks.get(project.network), work.now())
    if (closedUntil) {
      await waitForNetwork(work, project, closedUntil)
      return closedUntil
    }
    const leased = await leaseBatch(work, project)
    if (leased.kind === 'idle') return leased.nextAt
    await takeFurther(work, leased, options.signal)
  }
  return null
}

async function takeFurther(
  work: WorkContext,
  { to, batch, permit }: Extract<Leased, { kind: 'leased' }>,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { preparation } = work.networks.get(batch.network).provider.refresher
  if (to === 'prepare' && preparation.kind === 'content') await prepareBatch(work, batch, preparation, signal)
  else await sendBatch(work, batch, permit, signal)
}

/** Stops a sending before its first byte. */
class NotSent extends Error {}

async function sendBatch(
  work: WorkContext,
  batch: BatchWork,
  permit: Permit,
  signal: AbortSignal | undefined,
): Promise<void> {
  let attemptId: string | null = null
  const beforeSend = async () => {
    if (signal?.aborted) throw new NotSent()
    const opened = await openAttempt(work, batch, permit)
    if (opened.isLate) await closeUnsent(work, opened.attemptId)
    else attemptId = opened.attemptId
    if (attemptId === null) throw new NotSent()
  }
  try {
    const tokenIds = await listBatchTokenIds(work.db, batch.id)
    const accepted = await work.networks.get(batch.network).provider.refresher.send({
      collection: batch.collection,
      tokenIds,
      content: await findContent(work.db, batch.id),
      credential: permit.credential,
      timeoutMs: sendTimeoutMs(work.rules),
      beforeSend,
    })
    if (attemptId === null) throw new Error('A batch was sent without an attempt')
    const pollAt = await recordAccepted(work, { batch, permit, attemptId, accepted })
    await enqueueWatch(batch.id, pollAt)
  } catch (error) {
    if (attemptId === null) {
      await releaseBatch(work, batch, { from: 'sending' })
      // The network was found silent a moment ago.
      if (!(error instanceof NotSent || error instanceof UpstreamError)) throw error
    } else {
      // Whatever went wrong after the first byte may have gone right on the other side.
      if (!(error instanceof UpstreamError)) throw error
      await recordRefused(work, { batch, permit, attemptId, error })
    }
  }
}

/**
 * The outbox: from here on the batch counts as possibly sent. Throws when the lease or the authority was lost
 * meanwhile. Late is who was frozen while this was written down: others may have taken the lease for over.
 */
async function openAttempt(
  work: WorkContext,
  batch: BatchWork,
  permit: Permit,
): Promise<{ attemptId: string; isLate: boolean }> {
  const now = work.now()
  const startedMs = performance.now()
  const upstreamAt = work.networks.get(batch.network).provider.upstreamNow()
  const attemptId = await transact(work.db, async (tx) => {
    if (!(await authorityOf(work, batch).isLive(tx, permit, now))) throw new NotSent()
    const leaseUntil = leaseEnd(work.rules, now)
    const isOurs = await moveBatch(tx, batch, beforeRequest({ sentAt: now, leaseUntil }))
    if (!isOurs) throw new NotSent()
    return createAttempt(tx, { batchId: batch.id, signatureId: permit.signatureId, now, upstreamAt })
  })
  return { attemptId, isLate: performance.now() - startedMs > leaseMs(work.rules) / 2 }
}

async function closeUnsent(work: WorkContext, attemptId: string): Promise<void> {
  const message = 'The request took too long to start. Nothing was sent.'
  await finishAttempt(work.db, attemptId, { outcome: 'planned', httpStatus: null, message, now: work.now() })
}
