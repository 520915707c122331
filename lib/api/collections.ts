import { keepPreviousData, mutationOptions, queryOptions } from '@tanstack/react-query'
import type {
  CollectionDetail,
  CollectionList,
  CollectionListQuery,
  TokenRefreshList,
  TraitFilterList,
} from '../domain/collections/collection-card-schema.ts'
import type { CheckedIds, CollectionIndexState } from '../domain/collections/collection-index-schema.ts'
import type { Asset, AssetPage } from '../domain/collections/model-schema.ts'
import type { Address } from '../domain/networks/address.ts'
import type { NetworkSlug } from '../domain/networks/network-slug.ts'
import { collectionListsKey, collectionsKey } from './collection-keys.ts'
import { keepSame } from './keep-same.ts'
import { request } from './request.ts'

export type CollectionKey = { network: NetworkSlug; address: Address }

const keyOf = ({ network, address }: CollectionKey) => [...collectionsKey, 'one', network, address] as const
const pathOf = ({ network, address }: CollectionKey) => `/api/collections/${network}/${address}`

export const collectionsQuery = (query: Partial<CollectionListQuery> = {}) => {
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])),
  ).toString()
  return queryOptions({
    queryKey: [...collectionListsKey, search] as const,
    queryFn: ({ signal }) => request<CollectionList>(`/api/collections?${search}`, { signal }),
  })
}

/** While the network does not answer. */
const STALE_POLL_MS = 15_000

export const collectionQuery = (collection: CollectionKey) =>
  queryOptions({
    queryKey: [...keyOf(collection), 'detail'] as const,
    queryFn: ({ signal }) => request<CollectionDetail>(pathOf(collection), { signal }),
    refetchInterval: ({ state }) => (state.data?.isStale ? STALE_POLL_MS : false),
  })

export const filtersQuery = (collection: CollectionKey) =>
  queryOptions({
    queryKey: [...keyOf(collection), 'filters'] as const,
    queryFn: ({ signal }) => request<TraitFilterList>(`${pathOf(collection)}/filters`, { signal }),
    staleTime: 5 * 60_000,
  })

/** `search` is the query of `GET …/assets`. The page before stays until the new one is there. */
export const assetsQuery = (collection: CollectionKey, search: URLSearchParams) => {
  const text = search.toString()
  return queryOptions({
    queryKey: [...keyOf(collection), 'assets', text] as const,
    queryFn: ({ signal }) => request<AssetPage>(`${pathOf(collection)}/assets?${text}`, { signal }),
    structuralSharing: keepSame,
    placeholderData: keepPreviousData,
  })
}

export const assetQuery = (collection: CollectionKey, tokenId: string) =>
  queryOptions({
    queryKey: [...keyOf(collection), 'asset', tokenId] as const,
    queryFn: ({ signal }) => request<Asset>(`${pathOf(collection)}/assets/${tokenId}`, { signal }),
    structuralSharing: keepSame,
  })

export const assetRefreshesQuery = (collection: CollectionKey, tokenId: string) =>
  queryOptions({
    queryKey: [...keyOf(collection), 'asset', tokenId, 'refreshes'] as const,
    queryFn: ({ signal }) =>
      request<TokenRefreshList>(`${pathOf(collection)}/assets/${tokenId}/refreshes`, { signal }),
  })

const WALKING_MS = 1_500

/** What the desk knows of all assets; asks again while a sync runs. */
export const indexQuery = (collection: CollectionKey) =>
  queryOptions({
    queryKey: [...keyOf(collection), 'index'] as const,
    queryFn: ({ signal }) => request<CollectionIndexState>(`${pathOf(collection)}/index`, { signal }),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? WALKING_MS : false),
  })

/** Operators: starts the sync of a collection's index, or brings it up to date. */
export const startIndexMutation = (collection: CollectionKey) =>
  mutationOptions({
    mutationKey: [...keyOf(collection), 'start-index'] as const,
    mutationFn: () =>
      request<CollectionIndexState>(`${pathOf(collection)}/index`, { method: 'POST', body: {} }),
    onSuccess: (state, _nothing, _result, { client }) =>
      client.setQueryData(indexQuery(collection).queryKey, state),
  })

/** Which of the ids the collection does not have, as far as its index can tell. */
export const checkIds = (
  collection: CollectionKey,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<CheckedIds> =>
  request<CheckedIds>(`${pathOf(collection)}/check-ids`, {
    method: 'POST',
    body: { ids },
    ...(signal && { signal }),
  })

/** In demo mode only: makes the signed-in member the owner of a demo collection. */
export const takeOwnershipMutation = (collection: CollectionKey) =>
  mutationOptions({
    mutationKey: [...keyOf(collection), 'owner'] as const,
    mutationFn: () => request<CollectionDetail>(`${pathOf(collection)}/owner`, { method: 'POST', body: {} }),
    onSuccess: (_detail, _nothing, _result, { client }) =>
      client.invalidateQueries({ queryKey: collectionsKey }),
  })
