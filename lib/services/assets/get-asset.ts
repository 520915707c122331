import 'server-only'
import { findLastRefreshes } from '../../db/refreshes/token-history.ts'
import type { AssetParams } from '../../domain/collections/collection-card-schema.ts'
import type { Asset } from '../../domain/collections/model-schema.ts'
import { withBrowserImage } from '../collections/image-rules.ts'
import type { ServiceContext } from '../context.ts'
import { askNetwork } from '../networks/upstream-errors.ts'

export async function getAsset(ctx: ServiceContext, input: AssetParams): Promise<Asset> {
  const { address, tokenId } = input
  const network = ctx.networks.get(input.network)
  const missing = `${network.name} has no token ${tokenId} in this collection.`
  const asset = await askNetwork(network, missing, () =>
    network.provider.catalog.getAsset({ collection: address, tokenId }),
  )
  const latest = await findLastRefreshes(ctx.db, input, [tokenId])
  return { ...withBrowserImage(asset), lastRefresh: latest.get(tokenId) ?? null }
}
