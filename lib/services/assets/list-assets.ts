import 'server-only'
import type { CollectionKey } from '../../db/collections/collections.ts'
import { findLastRefreshes } from '../../db/refreshes/token-history.ts'
import type { AssetPage, AssetQuery } from '../../domain/collections/model-schema.ts'
import { withBrowserImage } from '../collections/image-rules.ts'
import type { ServiceContext } from '../context.ts'
import { listOwnAssets } from './list-own-assets.ts'
import { readAssetPage } from './read-asset-page.ts'

type ListAssetsInput = { collection: CollectionKey; query: AssetQuery }

/** A page of a collection's assets, each with what this desk did to it last. */
export async function listAssets(
  ctx: ServiceContext,
  { collection, query }: ListAssetsInput,
): Promise<AssetPage> {
  const { lastRefresh } = query
  const page = lastRefresh
    ? await listOwnAssets(ctx, collection, { ...query, lastRefresh })
    : await readAssetPage(ctx, collection, query)
  const ids = page.items.map(({ tokenId }) => tokenId)
  const latest = await findLastRefreshes(ctx.db, collection, ids)
  return {
    nextCursor: page.nextCursor,
    items: page.items.map((asset) => ({
      ...withBrowserImage(asset),
      lastRefresh: latest.get(asset.tokenId) ?? null,
    })),
  }
}
