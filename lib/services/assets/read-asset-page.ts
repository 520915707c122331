import 'server-only'
import type { CollectionKey } from '../../db/collections/collections.ts'
import type { AssetFilter } from '../../domain/assets/asset-filter-schema.ts'
import type { Asset, AssetQuery } from '../../domain/collections/model-schema.ts'
import type { Page } from '../../networks/http/page.ts'
import type { WorkContext } from '../context.ts'
import { askNetwork } from '../networks/upstream-errors.ts'

type Paging = Pick<AssetQuery, 'orderBy' | 'direction' | 'cursor' | 'pageSize'>

/** A page of assets as the network shows them; it knows nothing of `lastRefresh`. */
export async function readAssetPage(
  work: Pick<WorkContext, 'networks'>,
  { network: slug, address }: CollectionKey,
  { traits, ...query }: AssetFilter & Paging,
): Promise<Page<Asset>> {
  const network = work.networks.get(slug)
  return askNetwork(network, `${network.name} has no assets for this collection.`, () =>
    network.provider.catalog.listAssets({
      collection: address,
      name: query.name || undefined,
      status: query.status,
      owner: query.user,
      traits: traits && Object.keys(traits).length > 0 ? traits : undefined,
      updatedMin: query.updatedAfter,
      updatedMax: query.updatedBefore,
      orderBy: query.orderBy,
      direction: query.direction,
      cursor: query.cursor,
      pageSize: query.pageSize,
    }),
  )
}
