import 'server-only'
import { AppError } from '../../core/app-error.ts'
import type { Collection } from '../../domain/collections/model.ts'
import type { RefreshSummary } from '../../domain/refreshes/model.ts'
import type { SubmitRefresh } from '../../domain/refreshes/submission.ts'
import { findUsableSignature } from '../../signatures/signatures.ts'
import { readCollection } from '../collections/read-collection.ts'
import { requireRole, type ServiceContext, type WorkContext } from '../context.ts'
import { getSummary } from './get-refresh.ts'
import { findRepeated, idempotencyOf, startRefresh } from './start-refresh.ts'

/** Submits tokens for refreshing. Operators may spend the owner's stored signature; `needs_signature` when there is none. */
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
  await requireSignature(ctx, stored.collection)
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

export async function requireSignature(
  work: WorkContext,
  { network, ownerAddress }: Collection,
): Promise<void> {
  if (ownerAddress && (await findUsableSignature(work, { network, ownerAddress }, 'start'))) return
  throw new AppError('conflict', 'A signature from the collection’s owner is needed first.', {
    reason: 'needs_signature',
  })
}
