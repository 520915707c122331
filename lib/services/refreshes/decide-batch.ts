import 'server-only'
import { AppError } from '../../core/app-error.ts'
import { findBatchAt } from '../../db/batches/batch-work.ts'
import { listBatches } from '../../db/batches/batches.ts'
import type { DecideBatch } from '../../domain/refreshes/requests.ts'
import { isOnlyWatched } from '../../domain/refreshes/source.ts'
import { requireRole, type ServiceContext } from '../context.ts'
import { resolveUnknown } from '../engine/reconcile/resolve-unknown.ts'
import { getSummary } from './get-refresh.ts'

/** A person decides what became of a batch of which the desk cannot know it. Throws `conflict` when the doubt has ended. */
export async function decideBatch(
  ctx: ServiceContext,
  key: string,
  position: number,
  decision: DecideBatch,
): Promise<void> {
  requireRole(ctx, 'operator')
  const { id, source } = await getSummary(ctx, key)
  const work = await findBatchAt(ctx.db, id, position)
  if (!work) throw new AppError('not_found', 'This batch does not exist.')
  if (work.state !== 'lost') throw ended()
  if (decision.choice === 'send_again' && isOnlyWatched(source)) {
    throw new AppError('conflict', 'A script sent this request, so only the script can send it again.', {
      reason: 'not_ours',
    })
  }
  if (decision.choice !== 'claim' && !work.search?.needsPerson) {
    throw new AppError(
      'conflict',
      'The search for this request is still running. Wait until a decision is needed.',
      {
        reason: 'still_looking',
      },
    )
  }
  const end =
    decision.choice === 'claim'
      ? { to: 'claim' as const, reference: decision.reference }
      : { to: decision.choice }
  if (end.to === 'claim') {
    const shown = (await listBatches(ctx.db, id)).find((batch) => batch.position === position)
    const isShown = shown?.search?.candidates.some(({ reference }) => reference === end.reference)
    if (!isShown)
      throw new AppError('conflict', 'This request is no longer one of the candidates.', { reason: 'gone' })
  }
  if (!(await resolveUnknown(ctx, work, end, { memberId: ctx.member.id }))) throw ended()
}

const ended = () =>
  new AppError('conflict', 'The outcome of this batch is already known.', { reason: 'doubt_ended' })
