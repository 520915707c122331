import 'server-only'
import { findBatchWork } from '../../../db/batches/batch-work.ts'
import { LONGEST_PAUSE_MS } from '../../../db/batches/due-batches.ts'
import type { WorkContext } from '../../context.ts'
import { watchBatch } from './watch-batch.ts'

/** Polls a batch if its row says that it is time, and returns when to do so next: a job may remind too early, or twice. */
export async function watchWhenDue(work: WorkContext, batchId: string): Promise<Date | null> {
  const dueAt = (await findBatchWork(work.db, batchId))?.nextPollAt ?? null
  const inMs = dueAt ? dueAt.getTime() - work.now().getTime() : 0
  // Further away than any poll is put off: the clock has been set back since.
  if (inMs > 0 && inMs <= LONGEST_PAUSE_MS) return dueAt
  return watchBatch(work, batchId)
}
