import 'server-only'
import { AppError } from '../../../core/app-error.ts'
import { listBatches } from '../../../db/batches/batches.ts'
import type { DecideBatch } from '../../../domain/refreshes/requests-schema.ts'
import { isOnlyWatched } from '../../../domain/refreshes/source.ts'
import { requireRole, type ServiceContext } from '../../context.ts'
import { resolveUnknown } from '../../engine/reconcile/resolve-unknown.ts'
import { getLostBatch, outcomeKnown } from './get-lost-batch.ts'

/** A person decides what became of a batch of which the desk cannot know it. Throws `conflict` when its outcome is known. */
export async function decideBatch(
  ctx: ServiceContext,
  key: string,
  position: number,
  decision: DecideBatch,
): Promise<void> {
  requireRole(ctx, 'operator')
  const { refresh, batch } = await getLostBatch(ctx, key, position)
  if (decision.choice === 'send_again' && isOnlyWatched(refresh.source)) {
    throw new AppError('conflict', 'A script sent this request, so only the script can send it again.', {
      reason: 'not_ours',
    })
  }
  if (decision.choice !== 'match' && !batch.search?.needsPerson) {
    throw new AppError(
      'conflict',
      'The search for this request is still running. Wait until a decision is needed.',
      {
        reason: 'still_searching',
      },
    )
  }
  const end =
    decision.choice === 'match'
      ? { to: 'match' as const, reference: decision.reference }
      : { to: decision.choice }
  if (end.to === 'match') {
    const shown = (await listBatches(ctx.db, refresh.id)).find((one) => one.position === position)
    const isShown = shown?.search?.candidates.some(({ reference }) => reference === end.reference)
    if (!isShown)
      throw new AppError('conflict', 'This request is no longer one of the candidates.', { reason: 'gone' })
  }
  if (!(await resolveUnknown(ctx, batch, end, { memberId: ctx.member.id }))) throw outcomeKnown()
}
