import 'server-only'
import { findUnknownIds } from '../../db/assets/indexed-assets.ts'
import { findIndex } from '../../db/collections/collection-indexes.ts'
import type { CollectionKey } from '../../db/collections/collections.ts'
import type { CheckedIds } from '../../domain/collections/collection-index-schema.ts'
import { knownCollection } from '../collections/read-collection.ts'
import type { ServiceContext } from '../context.ts'

const SHOWN = 1_000

/** Which of the ids the collection does not have; nothing is checked before its index was complete once. */
export async function checkIds(
  ctx: ServiceContext,
  key: CollectionKey,
  ids: readonly string[],
): Promise<CheckedIds> {
  const stored = await knownCollection(ctx, key)
  const index = await findIndex(ctx.db, stored.id)
  if (!index?.completedAt) return { isChecked: false, unknownCount: 0, unknown: [] }
  const { count, first } = await findUnknownIds(ctx.db, stored.id, [...new Set(ids)], SHOWN)
  return { isChecked: true, unknownCount: count, unknown: first }
}
