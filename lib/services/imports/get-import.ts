import 'server-only'
import type { CollectionKey } from '../../db/collections/collections.ts'
import { findImport, toImportState } from '../../db/imports/refresh-imports.ts'
import type { RefreshImportState } from '../../domain/refreshes/refresh-import-schema.ts'
import { knownCollection } from '../collections/read-collection.ts'
import type { ServiceContext } from '../context.ts'

/** How far the import of a collection's refreshes is. */
export async function getImport(ctx: ServiceContext, key: CollectionKey): Promise<RefreshImportState> {
  const { id } = await knownCollection(ctx, key)
  return toImportState(await findImport(ctx.db, id))
}
