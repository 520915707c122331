import 'server-only'
import { cache } from 'react'
import { parseBrowse, writeAssetQuery } from '@/components/collection/browse/browse-state.ts'
import { PAGE_SIZE } from '@/components/collection/browse/page-size.ts'
import {
  assetQuery,
  assetRefreshesQuery,
  assetsQuery,
  type CollectionKey,
  collectionQuery,
  collectionsQuery,
  filtersQuery,
  indexQuery,
} from '@/lib/api/collections.ts'
import { importQuery } from '@/lib/api/imports.ts'
import {
  CollectionDetail,
  CollectionList,
  type CollectionListQuery,
  TokenRefreshList,
  TraitFilterList,
} from '@/lib/domain/collections/collection-card-schema.ts'
import { CollectionIndexState } from '@/lib/domain/collections/collection-index-schema.ts'
import { isIndexable } from '@/lib/domain/collections/is-indexable.ts'
import { Asset, AssetPage, AssetQuery } from '@/lib/domain/collections/model-schema.ts'
import { RefreshImportState } from '@/lib/domain/refreshes/refresh-import-schema.ts'
import { getAsset } from '@/lib/services/assets/get-asset.ts'
import { getIndex } from '@/lib/services/assets/get-index.ts'
import { listAssetRefreshes } from '@/lib/services/assets/list-asset-refreshes.ts'
import { listAssets } from '@/lib/services/assets/list-assets.ts'
import { findKnownCollection } from '@/lib/services/collections/find-known-collection.ts'
import { getCollection } from '@/lib/services/collections/get-collection.ts'
import { listFilters } from '@/lib/services/collections/list-filters.ts'
import { listKnownCollections } from '@/lib/services/collections/list-known-collections.ts'
import { getImport } from '@/lib/services/imports/get-import.ts'
import { pageContext } from './page-context.ts'
import { type Prefetch, prefetch, stream } from './prefetch.ts'

/** The network may know more than our rows, so the browser asks again. */
const mayBeOld = { updatedAt: () => 0 }

export const collections = (query?: CollectionListQuery) =>
  prefetch(
    collectionsQuery(query),
    CollectionList,
    (ctx) => listKnownCollections(ctx, query ?? { owner: 'all' }),
    mayBeOld,
  )

/** Read once for the page and for its title. */
export const findKnown = cache(async (network: CollectionKey['network'], address: CollectionKey['address']) =>
  findKnownCollection(await pageContext(), { network, address }),
)
const known = ({ network, address }: CollectionKey) => findKnown(network, address)

/** Asked of the network only where nobody opened it yet. */
export async function collection(key: CollectionKey): Promise<Prefetch> {
  return (await known(key))
    ? prefetch(collectionQuery(key), CollectionDetail, () => known(key), mayBeOld)
    : stream(collectionQuery(key), CollectionDetail, (ctx) => getCollection(ctx, key))
}

/** Null for a collection that nobody opened yet; read once for the frame and for the assets below it. */
const findIndex = cache(async (network: CollectionKey['network'], address: CollectionKey['address']) =>
  (await findKnown(network, address)) ? getIndex(await pageContext(), { network, address }) : null,
)

export const index = (key: CollectionKey) =>
  prefetch(indexQuery(key), CollectionIndexState, () => findIndex(key.network, key.address))

export const importState = (key: CollectionKey) =>
  prefetch(importQuery(key), RefreshImportState, async (ctx) => (await known(key)) && getImport(ctx, key))

export const filters = (key: CollectionKey) =>
  stream(filtersQuery(key), TraitFilterList, (ctx) => listFilters(ctx, key))

/** The page of assets that an address asks for: from our index where that can tell, else from the network. */
export async function assets(key: CollectionKey, search: URLSearchParams): Promise<Prefetch> {
  const state = parseBrowse(search)
  const asked = writeAssetQuery(state, PAGE_SIZE)
  const query = AssetQuery.parse(Object.fromEntries(asked))
  const isOurs = query.lastRefresh !== undefined && isIndexable(query) && (await isCounted(key))
  const answer = isOurs ? prefetch<AssetPage> : stream<AssetPage>
  return answer(assetsQuery(key, asked), AssetPage, (ctx) => listAssets(ctx, { collection: key, query }))
}

async function isCounted({ network, address }: CollectionKey): Promise<boolean> {
  const index = await findIndex(network, address)
  return index !== null && index.completedAt !== null
}

export const asset = (key: CollectionKey, tokenId: string) =>
  stream(assetQuery(key, tokenId), Asset, (ctx) => getAsset(ctx, { ...key, tokenId }))

export const assetRefreshes = (key: CollectionKey, tokenId: string) =>
  prefetch(assetRefreshesQuery(key, tokenId), TokenRefreshList, (ctx) =>
    listAssetRefreshes(ctx, { ...key, tokenId }),
  )
