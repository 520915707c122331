import 'server-only'
import { AppError } from '../../../core/app-error.ts'
import { type BatchWork, findBatchAt } from '../../../db/batches/batch-work.ts'
import type { RefreshSummary } from '../../../domain/refreshes/model-schema.ts'
import type { ServiceContext } from '../../context.ts'
import { getSummary } from '../get-refresh.ts'

type LostBatch = { refresh: RefreshSummary; batch: BatchWork }

/** A batch whose outcome is unknown. Throws `not_found`, and `conflict` when its outcome is known. */
export async function getLostBatch(ctx: ServiceContext, key: string, position: number): Promise<LostBatch> {
  const refresh = await getSummary(ctx, key)
  const batch = await findBatchAt(ctx.db, refresh.id, position)
  if (!batch) throw new AppError('not_found', 'This batch does not exist.')
  if (batch.state !== 'lost') throw outcomeKnown()
  return { refresh, batch }
}

export const outcomeKnown = () =>
  new AppError('conflict', 'The outcome of this batch is already known.', { reason: 'doubt_ended' })
