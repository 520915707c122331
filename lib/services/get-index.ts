import 'server-only'
import type { CollectionIndexState } from '../collection/collection-index.ts'
import { findIndex, toIndexState } from '../db/collection-indexes.ts'
import { type CollectionKey, findCollection } from '../db/collections.ts'
import { AppError } from '../errors/app-error.ts'
import type { ServiceContext } from './context.ts'

/** What the desk knows of all assets of a collection. Asks no network. */
export async function getIndex(ctx: ServiceContext, key: CollectionKey): Promise<CollectionIndexState> {
  const { name } = ctx.networks.get(key.network)
  const stored = await findCollection(ctx.db, key)
  if (!stored) throw new AppError('not_found', `The desk has not seen collection ${key.address} on ${name}.`)
  return toIndexState(await findIndex(ctx.db, stored.id))
}
