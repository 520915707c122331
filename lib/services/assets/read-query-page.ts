import 'server-only'
import { keepLastRefreshed } from '../../db/assets/matching-assets.ts'
import type { AssetFilter } from '../../domain/assets/asset-filter-schema.ts'
import type { Asset } from '../../domain/collections/model-schema.ts'
import type { Address } from '../../domain/networks/address.ts'
import type { NetworkSlug } from '../../domain/networks/network-slug.ts'
import type { Page } from '../../networks/http/page.ts'
import type { WorkContext } from '../context.ts'
import { readAssetPage } from './read-asset-page.ts'

const PAGE_SIZE = 200

export type QueryPlace = {
  collectionId: string
  network: NetworkSlug
  address: Address
  filter: AssetFilter
  cursor: string | null
  /** Of a refresh: what it does itself is no earlier refresh. */
  beforeNumber?: number
  now: Date
}

/** One page of the tokens that match a query, as the network finds them and our own rows sort them out. */
export async function readQueryPage(
  work: WorkContext,
  place: QueryPlace,
): Promise<Omit<Page<Asset>, 'items'> & { ids: string[] }> {
  const { filter, collectionId, beforeNumber, now, cursor } = place
  const { items, ...page } = await readAssetPage(work, place, {
    ...filter,
    // The oldest change first: what changes meanwhile comes again at the end, so nothing is missed.
    orderBy: 'updated_at',
    direction: 'asc',
    cursor: cursor ?? undefined,
    pageSize: PAGE_SIZE,
  })
  const ids = [...new Set(items.map(({ tokenId }) => tokenId))]
  const { lastRefresh } = filter
  if (!lastRefresh || ids.length === 0) return { ids, ...page }
  const rule = { collectionId, lastRefresh, now, beforeNumber }
  return { ids: await keepLastRefreshed(work.db, rule, ids), ...page }
}
