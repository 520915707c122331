import 'server-only'
import { findAssetName } from '../../db/assets/indexed-assets.ts'
import { findCollection } from '../../db/collections/collections.ts'
import type { AssetParams } from '../../domain/collections/collection-card-schema.ts'
import type { ServiceContext } from '../context.ts'

/** The name that our index of a collection has for a token; null where it has none. */
export async function findKnownAssetName(ctx: ServiceContext, input: AssetParams): Promise<string | null> {
  const stored = await findCollection(ctx.db, input)
  return stored && findAssetName(ctx.db, stored.id, input.tokenId)
}
