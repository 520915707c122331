import 'server-only'
import { addActivity } from '../db/activities.ts'
import { type BatchWork, changeWatched } from '../db/batches.ts'
import { countFailedTokens, type NewFailure, saveFailures } from '../db/failures.ts'
import { recountRefresh } from '../db/recount-refresh.ts'
import { settleTokens } from '../db/tokens.ts'
import { transact } from '../db/transact.ts'
import type { RefreshStatus } from '../immutable/imx/get-refresh-status.ts'
import { listRefreshErrors, type RefreshError } from '../immutable/imx/list-refresh-errors.ts'
import { causeOf } from '../refresh/cause-of.ts'
import { cleanText, failureBody } from '../refresh/failure-body.ts'
import { finalProgress } from '../refresh/merge-progress.ts'
import type { UsedGrant } from './claim-batch.ts'
import type { WorkContext } from './context.ts'
import { endIdleGrant } from './end-idle-grant.ts'

type Completion = { batch: BatchWork; upstreamId: string; grant: UsedGrant; status: RefreshStatus }

const PAGE_SIZE = 200
const LONGEST_CODE = 100
const LONGEST_URL = 2_000

/**
 * Ends a batch that the network has completed. Its failures are stored to the last page first, so that a completed
 * batch is a complete one; whatever interrupts this, doing it again gives the same rows.
 */
export async function completeBatch(work: WorkContext, completion: Completion): Promise<void> {
  const { batch, status } = completion
  await collectFailures(work, completion)
  const now = work.now()
  await transact(work.db, async (tx) => {
    const counts = finalProgress(status, batch.tokenCount)
    const listed = await countFailedTokens(tx, batch.id)
    // With failures that the network counts but does not list, nobody can say which tokens succeeded.
    await settleTokens(tx, batch.id, listed >= counts.failed ? 'succeeded' : 'unknown')
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
    await recountRefresh(tx, batch.refreshId, now)
  })
  const { network, ownerAddress } = batch
  if (ownerAddress) await endIdleGrant(work, { network, ownerAddress })
}

async function collectFailures(work: WorkContext, { batch, upstreamId, grant }: Completion): Promise<void> {
  const { client } = work.networks.get(batch.network)
  const { id: batchId, refreshId } = batch
  let cursor: string | undefined
  do {
    const page = await listRefreshErrors(client, {
      upstreamId,
      grant: grant.headers,
      cursor,
      pageSize: PAGE_SIZE,
    })
    const failures = page.items.map((error) => toNewFailure(error, work.now()))
    await saveFailures(work.db, { refreshId, batchId }, failures)
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
}

function toNewFailure(error: RefreshError, now: Date): NewFailure {
  const at = error.at ? new Date(error.at) : now
  return {
    tokenId: cleanText(error.tokenId).slice(0, LONGEST_CODE),
    cause: causeOf(error),
    errorCode: cleanText(error.errorCode).slice(0, LONGEST_CODE),
    url: error.url && cleanText(error.url).slice(0, LONGEST_URL),
    httpStatus: error.httpStatus,
    ...failureBody(error.body),
    at: Number.isNaN(at.getTime()) ? now : at,
  }
}
