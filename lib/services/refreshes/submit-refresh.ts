import 'server-only'
import type { RefreshSummary } from '../../domain/refreshes/model-schema.ts'
import type { SubmitRefresh } from '../../domain/refreshes/submission-schema.ts'
import { requirePermit } from '../authority/authorities.ts'
import { holderOf } from '../authority/authority.ts'
import { readCollection } from '../collections/read-collection.ts'
import { requireRole, type ServiceContext } from '../context.ts'
import { getSummary } from './get-refresh.ts'
import { findRepeated, idempotencyOf, startRefresh } from './start-refresh.ts'

/** Submits tokens for refreshing. Operators may spend the owner's stored signature; `needs_signature` (`needs_key`) when there is none. */
export async function submitRefresh(
  ctx: ServiceContext,
  input: SubmitRefresh,
  idempotencyKey: string | null = null,
): Promise<RefreshSummary> {
  requireRole(ctx, 'operator')
  const { network, collection: address, selection, note, leaveOutRefreshing = false } = input
  const asked = [network, address, selection, note ?? '', leaveOutRefreshing]
  const idempotency = idempotencyOf(idempotencyKey, asked)
  const repeated = await findRepeated(ctx, ctx.member.id, idempotency)
  if (repeated) return getSummary(ctx, repeated)
  const stored = await readCollection(ctx, { network, address })
  await requirePermit(ctx, holderOf(stored))
  const id = await startRefresh(ctx, {
    stored,
    ids: 'ids' in selection ? selection.ids : { ...selection, leaveOutRefreshing },
    leaveOutRefreshing,
    note: note ?? null,
    memberId: ctx.member.id,
    idempotency,
  })
  return getSummary(ctx, id)
}
