import 'server-only'
import type { CheckedIds } from '../collection/collection-index.ts'
import type { CollectionKey } from '../db/collections.ts'
import type { ServiceContext } from './context.ts'
import { getIndex } from './get-index.ts'

/** Which of the ids the collection does not have; nothing is checked before its index is complete. */
export async function checkIds(
  ctx: ServiceContext,
  key: CollectionKey,
  _ids: readonly string[],
): Promise<CheckedIds> {
  await getIndex(ctx, key)
  return { isChecked: false, unknownCount: 0, unknown: [] }
}
