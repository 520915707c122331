import type { Asset } from '../../../domain/collections/model-schema.ts'
import type { Page } from '../../http/page.ts'
import type { AssetListing } from '../../provider/catalog.ts'
import type { ImxClient } from '../client.ts'
import { readPage } from '../page.ts'
import { ImxAsset } from './asset.ts'

export async function listAssets(client: ImxClient, listing: AssetListing): Promise<Page<Asset>> {
  return readPage(client, {
    path: ['v1', 'assets'],
    item: ImxAsset,
    query: {
      collection: listing.collection,
      user: listing.owner,
      status: listing.status,
      name: listing.name,
      metadata: listing.traits && JSON.stringify(listing.traits),
      updated_min_timestamp: listing.updatedMin,
      updated_max_timestamp: listing.updatedMax,
      order_by: listing.orderBy,
      direction: listing.direction,
    },
    cursor: listing.cursor,
    pageSize: listing.pageSize,
  })
}
