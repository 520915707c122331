import 'server-only'
import type { BatchWork } from '../../../db/batches/batch-work.ts'
import { saveFailures } from '../../../db/tokens/failures.ts'
import { findAllTokenIds } from '../../../db/tokens/tokens.ts'
import type { Permit } from '../../authority/authority.ts'
import type { WorkContext } from '../../context.ts'
import { followFailures } from '../follow-failures.ts'
import { toNewFailure } from './to-new-failure.ts'
import { toSentBatch } from './to-sent-batch.ts'

type FetchFailures = {
  batch: BatchWork
  permit: Permit
  /** No more tokens than these can have failed. */
  tokenCount: number
  maxPages?: number
}

export type ListedFailures = {
  /** Failures of tokens that are not in the batch: they are no failures of it. */
  foreign: number
  unreadable: number
  /** The list was read to its end. */
  isWhole: boolean
}

/** Stores the failures that the network lists for a batch, to the last page unless told otherwise. Doing it again changes nothing. */
export async function fetchFailures(
  work: WorkContext,
  { batch, permit, tokenCount, maxPages }: FetchFailures,
): Promise<ListedFailures> {
  const { refresher } = work.networks.get(batch.network).provider
  const { id: batchId, refreshId } = batch
  // Of a refresh that was made elsewhere nobody knows the tokens.
  const tokenIds = batch.source === 'import' ? null : await findAllTokenIds(work.db, batch)
  const pages = followFailures(refresher, {
    sent: toSentBatch(work, batch, permit),
    // Those of other tokens do not count, and may be as many.
    maxItems: 2 * tokenCount,
    ...(maxPages && { maxPages }),
  })
  const listed = { foreign: 0, unreadable: 0, isWhole: false }
  for await (const { items, unreadable, end } of pages) {
    const own = items.filter(({ tokenId }) => !tokenIds || tokenIds.has(tokenId))
    const failures = own.map((error) => toNewFailure(error, work.now()))
    const tooMany = await saveFailures(work.db, { refreshId, batchId }, failures, tokenCount)
    listed.foreign += items.length - own.length + tooMany
    listed.unreadable += unreadable
    listed.isWhole = end === 'complete'
  }
  return listed
}
