import 'server-only'
import { type BatchWork, findBatchWork } from '../../../db/batches/batch-work.ts'
import { moveBatch } from '../../../db/batches/move-batch.ts'
import { transact } from '../../../db/connection/transact.ts'
import { lockProject } from '../../../db/networks/quota-keys.ts'
import { recountRefresh } from '../../../db/refreshes/recount-refresh.ts'
import { countFailures } from '../../../db/tokens/failures.ts'
import { type Counts, mergeProgress } from '../../../domain/batches/merge-progress.ts'
import { pollIntervalMs } from '../../../domain/batches/poll-interval.ts'
import { afterMissedPoll, afterPoll } from '../../../domain/batches/transition.ts'
import { concernsOneThing, UpstreamError } from '../../../networks/http/upstream-error.ts'
import type { Observation } from '../../../networks/provider/refresher.ts'
import { authorityOf, findPermit } from '../../authority/authorities.ts'
import type { Permit } from '../../authority/authority.ts'
import { waitForAuthority } from '../../authority/wait-for-authority.ts'
import type { WorkContext } from '../../context.ts'
import { fetchFailures } from './fetch-failures.ts'
import { finishBatch } from './finish-batch.ts'
import { toSentBatch } from './to-sent-batch.ts'

const FIRST_RETRY_MS = 5_000
const EARLY_SHARE = 0.05
const LONG_MS = 120_000
const LONGEST_PAUSE_SECONDS = 300

/** Polls a sent batch once; returns when to poll again, null when it is done or must wait for something else. */
export async function watchBatch(work: WorkContext, batchId: string): Promise<Date | null> {
  const batch = await findBatchWork(work.db, batchId)
  if (batch?.state !== 'sent') return null
  const permit = await findPermit(work, batch, 'watch')
  if (!permit) {
    await waitForAuthority(work, batch, null)
    return null
  }
  try {
    return await poll(work, batch, permit)
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error
    return recordMissedPoll(work, batch, permit, error)
  }
}

async function poll(work: WorkContext, batch: BatchWork, permit: Permit): Promise<Date | null> {
  const { refresher } = work.networks.get(batch.network).provider
  const status = await refresher.observe(toSentBatch(work, batch, permit))
  if (permit.isFirstUse) await authorityOf(work, batch).markProven(work.db, permit, work.now())
  if (status.phase === 'finished') {
    await finishBatch(work, { batch, permit, status })
    return null
  }
  const elapsedMs = work.now().getTime() - (batch.acceptedAt ?? work.now()).getTime()
  const { counts } = status
  if (counts && isWorthShowing(counts, batch.failed, elapsedMs) && (await showsMore(work, batch, counts)))
    await fetchFirstFailures(work, batch, permit)
  return recordPoll(work, batch, status)
}

/** Failures on the way cost a request of their own: when many fail or the end is far, and again when they have doubled. */
function isWorthShowing({ succeeded, failed }: Counts, failedBefore: number, elapsedMs: number): boolean {
  if (failed === 0 || failed < 2 * failedBefore) return false
  return elapsedMs >= LONG_MS || failed >= EARLY_SHARE * (succeeded + failed)
}

/** Batches of a refresh mostly fail alike, so one of them shows for all why. */
async function showsMore(work: WorkContext, { refreshId }: BatchWork, { failed }: Counts) {
  return failed >= 2 * (await countFailures(work.db, refreshId))
}

/** One page of failures while they happen, so that people see early why; the rest comes with the end. */
async function fetchFirstFailures(work: WorkContext, batch: BatchWork, permit: Permit) {
  try {
    await fetchFailures(work, { batch, permit, tokenCount: batch.tokenCount, maxPages: 1 })
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error
  }
}

async function recordPoll(
  work: WorkContext,
  { id, project }: BatchWork,
  status: Observation,
): Promise<Date | null> {
  return transact(work.db, async (tx) => {
    await lockProject(tx, project)
    // As it is now: another instance may have looked since, and what it saw must not be taken back.
    const batch = await findBatchWork(tx, id)
    if (batch?.state !== 'sent') return null
    const now = work.now()
    const counts = mergeProgress(batch, status.counts ?? batch, batch.tokenCount)
    const done = counts.succeeded + counts.failed
    const hasBegun = status.phase === 'running' || batch.stage === 'in_progress' || done > 0
    const stage = hasBegun ? 'in_progress' : 'queued'
    const startedAt = batch.startedAt ?? (hasBegun ? now : null)
    const acceptedMs = (batch.acceptedAt ?? now).getTime()
    const elapsedMs = now.getTime() - acceptedMs
    const doneBefore = batch.succeeded + batch.failed
    const before = batch.lastPollAt
      ? { elapsedMs: batch.lastPollAt.getTime() - acceptedMs, done: doneBefore }
      : { elapsedMs: 0, done: 0 }
    const wait = pollIntervalMs({ elapsedMs, done, total: batch.tokenCount, before })
    const nextPollAt = new Date(now.getTime() + wait)
    await moveBatch(tx, batch, afterPoll({ ...counts, stage, startedAt, nextPollAt, lastPollAt: now }))
    const hasChanged = stage !== batch.stage || batch.wait !== null || done !== doneBefore
    if (hasChanged) await recountRefresh(tx, batch.refreshId, now)
    return nextPollAt
  })
}

/** Polling again is always safe, so no answer to a poll ever fails a batch. */
async function recordMissedPoll(
  work: WorkContext,
  batch: BatchWork,
  permit: Permit,
  error: UpstreamError,
): Promise<Date | null> {
  const now = work.now()
  if (error.httpStatus === 401 || error.httpStatus === 403) {
    await authorityOf(work, batch).end(work, work.db, permit)
    if (await findPermit(work, batch, 'watch')) return now
    await waitForAuthority(work, batch, error.httpStatus)
    return null
  }
  const sinceAccepted = now.getTime() - (batch.acceptedAt ?? now).getTime()
  const waitMs = Math.max(
    FIRST_RETRY_MS,
    Math.min(error.retryAfterSeconds ?? 0, LONGEST_PAUSE_SECONDS) * 1000,
    pollIntervalMs({ elapsedMs: sinceAccepted, done: 0, total: batch.tokenCount, failures: 1 }),
  )
  const nextPollAt = new Date(now.getTime() + waitMs)
  // It has been heard of, so that it stalls in the end if this goes on.
  const unreadable = { unreadableSince: batch.unreadableSince ?? now, stage: batch.stage ?? 'unknown' }
  await moveBatch(work.db, batch, afterMissedPoll(nextPollAt, concernsOneThing(error) ? unreadable : null))
  return nextPollAt
}
