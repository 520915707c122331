import 'server-only'
import { listFailedTokens } from '../db/failures.ts'
import { AppError } from '../errors/app-error.ts'
import { isRetryableCause } from '../refresh/cause-of.ts'
import type { RefreshSummary } from '../refresh/model.ts'
import type { RetryRefresh } from '../refresh/requests.ts'
import { isSettled } from '../refresh/state.ts'
import { requireRole, type ServiceContext } from './context.ts'
import { getSummary } from './get-refresh.ts'
import { readCollection } from './read-collection.ts'
import { findRepeated, idempotencyOf, startRefresh } from './start-refresh.ts'
import { requireGrant } from './submit-refresh.ts'

/** Refreshes the failed tokens of a settled refresh anew, all or those of one cause; leaves out what a retry cannot mend. */
export async function retryRefresh(
  ctx: ServiceContext,
  id: string,
  { cause, note }: RetryRefresh,
  idempotencyKey: string | null = null,
): Promise<RefreshSummary> {
  requireRole(ctx, 'operator')
  const old = await getSummary(ctx, id)
  const idempotency = idempotencyOf(idempotencyKey, ['retry', old.id, cause ?? null, note ?? ''])
  const repeated = await findRepeated(ctx, ctx.member.id, idempotency)
  if (repeated) return getSummary(ctx, repeated)
  if (!isSettled(old.state) && old.state !== 'unknown') {
    throw new AppError('conflict', 'You can retry when the refresh has finished.', { reason: 'not_settled' })
  }
  const failed = await listFailedTokens(ctx.db, old.id)
  const chosen = failed.filter((token) => cause === undefined || token.cause === cause)
  const ids = chosen.filter((token) => token.cause === null || isRetryableCause(token.cause))
  if (ids.length === 0) {
    throw new AppError('conflict', 'None of these tokens can be mended by a retry.', {
      reason: 'nothing_to_retry',
    })
  }
  const { network, address } = old.collection
  const stored = await readCollection(ctx, { network, address })
  await requireGrant(ctx, stored.collection)
  const started = await startRefresh(ctx, {
    stored,
    ids: ids.map(({ tokenId }) => tokenId),
    note: note ?? (old.note && `Retry: ${old.note}`.slice(0, 500)),
    memberId: ctx.member.id,
    retryOf: [{ id: old.id, number: old.number }],
    idempotency,
  })
  return getSummary(ctx, started)
}
