import 'server-only'
import type { BatchWork } from '../../../db/batches/batch-work.ts'
import { concernsOneThing, UpstreamError } from '../../../networks/http/upstream-error.ts'
import type { Permit } from '../../authority/authority.ts'
import type { WorkContext } from '../../context.ts'
import { fetchFailures, type ListedFailures } from './fetch-failures.ts'

/** What a network answers in a bad hour is readable again after it. */
const PATIENCE_MS = 60 * 60_000

type Completed = { batch: BatchWork; permit: Permit; tokenCount: number }

/**
 * The failures of a batch that the network has completed. Throws UpstreamError while they may still become readable;
 * after that the batch ends with those that are known, because a list that is broken for good must not hold it for ever.
 */
export async function fetchAllFailures(work: WorkContext, completed: Completed): Promise<ListedFailures> {
  try {
    return await fetchFailures(work, completed)
  } catch (error) {
    const { unreadableSince } = completed.batch
    const isOver = unreadableSince !== null && work.now().getTime() - unreadableSince.getTime() >= PATIENCE_MS
    if (!(error instanceof UpstreamError && concernsOneThing(error) && isOver)) throw error
    return { foreign: 0, unreadable: 0, isWhole: false }
  }
}
