import 'server-only'
import type { BatchWork } from '../db/batch-work.ts'
import { type NewFailure, saveFailures } from '../db/failures.ts'
import { findAllTokenIds } from '../db/tokens.ts'
import { listRefreshErrors, type RefreshError } from '../immutable/imx/list-refresh-errors.ts'
import { causeOf } from '../refresh/cause-of.ts'
import { cleanText, failureBody } from '../refresh/failure-body.ts'
import type { UsedGrant } from './claim-batch.ts'
import type { WorkContext } from './context.ts'

const PAGE_SIZE = 200
const LONGEST_CODE = 100
const LONGEST_URL = 2_000

type CollectFailures = { batch: BatchWork; reference: string; grant: UsedGrant; maxPages?: number }

/**
 * Stores the failures that the network lists for a batch, to the last page unless told otherwise. Doing it again changes
 * nothing. Returns how many it listed of tokens that are not in the batch: they are no failures of it.
 */
export async function collectFailures(
  work: WorkContext,
  { batch, reference, grant, maxPages = Number.POSITIVE_INFINITY }: CollectFailures,
): Promise<{ foreign: number }> {
  const { client } = work.networks.get(batch.network)
  const { id: batchId, refreshId } = batch
  // Of a refresh that was made elsewhere nobody knows the tokens.
  const tokenIds = batch.source === 'import' ? null : await findAllTokenIds(work.db, batch)
  let foreign = 0
  let cursor: string | undefined
  let pages = 0
  do {
    const asked = { upstreamId: reference, grant: grant.headers, cursor, pageSize: PAGE_SIZE }
    const page = await listRefreshErrors(client, asked)
    const failures = page.items.map((error) => toNewFailure(error, work.now()))
    const own = failures.filter(({ tokenId }) => !tokenIds || tokenIds.has(tokenId))
    foreign += failures.length - own.length
    await saveFailures(work.db, { refreshId, batchId }, own)
    cursor = page.nextCursor ?? undefined
    pages += 1
  } while (cursor !== undefined && pages < maxPages)
  return { foreign }
}

const isStatus = (value: number) => value >= 100 && value <= 999

function toNewFailure(error: RefreshError, now: Date): NewFailure {
  const at = error.at ? new Date(error.at) : now
  const { url, errorCode, body } = error
  // No server answers anything else, and the column could not hold it.
  const httpStatus = error.httpStatus !== null && isStatus(error.httpStatus) ? error.httpStatus : null
  return {
    tokenId: cleanText(error.tokenId.slice(0, LONGEST_CODE)),
    cause: causeOf({ errorCode, httpStatus, url, body }),
    errorCode: cleanText(errorCode.slice(0, LONGEST_CODE)),
    url: url && cleanText(url.slice(0, LONGEST_URL)),
    httpStatus,
    ...failureBody(error.body),
    at: Number.isNaN(at.getTime()) ? now : at,
  }
}
