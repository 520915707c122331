import 'server-only'
import type { CheckedIds } from '../collection/collection-index.ts'
import { findIndex } from '../db/collection-indexes.ts'
import { type CollectionKey, findCollection } from '../db/collections.ts'
import { findUnknownIds } from '../db/indexed-assets.ts'
import { AppError } from '../errors/app-error.ts'
import type { ServiceContext } from './context.ts'

const SHOWN = 1_000

/** Which of the ids the collection does not have; nothing is checked before its index was complete once. */
export async function checkIds(
  ctx: ServiceContext,
  key: CollectionKey,
  ids: readonly string[],
): Promise<CheckedIds> {
  const { name } = ctx.networks.get(key.network)
  const stored = await findCollection(ctx.db, key)
  if (!stored) throw new AppError('not_found', `The desk has not seen collection ${key.address} on ${name}.`)
  const index = await findIndex(ctx.db, stored.id)
  if (!index?.completedAt) return { isChecked: false, unknownCount: 0, unknown: [] }
  const { count, first } = await findUnknownIds(ctx.db, stored.id, [...new Set(ids)], SHOWN)
  return { isChecked: true, unknownCount: count, unknown: first }
}
