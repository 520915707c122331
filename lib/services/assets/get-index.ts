import 'server-only'
import { findIndex, toIndexState } from '../../db/collections/collection-indexes.ts'
import type { CollectionKey } from '../../db/collections/collections.ts'
import type { CollectionIndexState } from '../../domain/collections/collection-index-schema.ts'
import { knownCollection } from '../collections/read-collection.ts'
import type { ServiceContext } from '../context.ts'

/** What the desk knows of all assets of a collection. */
export async function getIndex(ctx: ServiceContext, key: CollectionKey): Promise<CollectionIndexState> {
  const { id } = await knownCollection(ctx, key)
  return toIndexState(await findIndex(ctx.db, id))
}
