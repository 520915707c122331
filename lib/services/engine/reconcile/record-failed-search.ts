import 'server-only'
import { backoffMs } from '../../../core/backoff.ts'
import type { BatchWork } from '../../../db/batches/batch-work.ts'
import type { UpstreamError } from '../../../networks/http/upstream-error.ts'
import { authorityOf, findPermit } from '../../authority/authorities.ts'
import type { Permit } from '../../authority/authority.ts'
import { waitForAuthority } from '../../authority/wait-for-authority.ts'
import type { WorkContext } from '../../context.ts'
import { postponeSearch } from './postpone-search.ts'

const LONGEST_PAUSE_SECONDS = 300

type MissedSearch = { batch: BatchWork; sentAt: Date; permit: Permit; error: UpstreamError }

/**
 * A search that failed says nothing, because absence is decided by a complete list alone. Returns when to search again,
 * null when that must wait for a signature.
 */
export async function recordFailedSearch(
  work: WorkContext,
  { batch, sentAt, permit, error }: MissedSearch,
): Promise<Date | null> {
  const now = work.now()
  if (error.httpStatus === 401 || error.httpStatus === 403) {
    await authorityOf(work, batch).end(work, work.db, permit)
    if (await findPermit(work, batch, 'watch')) return now
    await waitForAuthority(work, batch, error.httpStatus)
    return null
  }
  const waitMs = Math.max(
    backoffMs((batch.search?.searchCount ?? 0) + 1),
    Math.min(error.retryAfterSeconds ?? 0, LONGEST_PAUSE_SECONDS) * 1000,
  )
  // What was not even asked is no search.
  return postponeSearch(work, { batch, sentAt, waitMs, counts: error.isWritten })
}
