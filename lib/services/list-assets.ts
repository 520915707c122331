import 'server-only'
import type { AssetPage, AssetQuery } from '../collection/model.ts'
import type { CollectionKey } from '../db/collections.ts'
import { findLastRefreshes } from '../db/token-history.ts'
import { listAssets as listUpstream } from '../immutable/imx/list-assets.ts'
import type { ServiceContext } from './context.ts'
import { browserImage } from './image-rules.ts'
import { askNetwork } from './upstream-errors.ts'

type ListAssetsInput = { collection: CollectionKey; query: AssetQuery }

/** A page of a collection's assets, each with what this desk did to it last. */
export async function listAssets(
  ctx: ServiceContext,
  { collection, query }: ListAssetsInput,
): Promise<AssetPage> {
  const network = ctx.networks.get(collection.network)
  const missing = `${network.name} has no assets for this collection.`
  const page = await askNetwork(network, missing, () =>
    listUpstream(network.client, {
      collection: collection.address,
      name: query.name,
      status: query.status,
      user: query.user,
      metadata: query.traits,
      updatedMin: query.updatedAfter,
      updatedMax: query.updatedBefore,
      orderBy: query.orderBy,
      direction: query.direction,
      cursor: query.cursor,
      pageSize: query.pageSize,
    }),
  )
  const ids = page.items.map(({ tokenId }) => tokenId)
  const latest = await findLastRefreshes(ctx.db, collection, ids)
  return {
    nextCursor: page.nextCursor,
    items: page.items.map((asset) => ({
      ...asset,
      imageUrl: browserImage(asset.imageUrl),
      lastRefresh: latest.get(asset.tokenId) ?? null,
    })),
  }
}
