import { keepPreviousData, mutationOptions, queryOptions } from '@tanstack/react-query'
import {
  CollectionDetail,
  CollectionList,
  type CollectionListQuery,
  TokenRefreshList,
  TraitFilterList,
} from '../domain/collections/collection-card.ts'
import { CheckedIds, CollectionIndexState } from '../domain/collections/collection-index.ts'
import { Asset, AssetPage } from '../domain/collections/model.ts'
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
    Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1])),
  ).toString()
  return queryOptions({
    queryKey: [...collectionListsKey, search] as const,
    queryFn: ({ signal }) => request(`/api/collections?${search}`, CollectionList, { signal }),
  })
}

/** While the network does not answer. */
const STALE_POLL_MS = 15_000

export const collectionQuery = (collection: CollectionKey) =>
  queryOptions({
    queryKey: [...keyOf(collection), 'detail'] as const,
    queryFn: ({ signal }) => request(pathOf(collection), CollectionDetail, { signal }),
    refetchInterval: ({ state }) => (state.data?.isStale ? STALE_POLL_MS : false),
  })

export const filtersQuery = (collection: CollectionKey) =>
  queryOptions({
    queryKey: [...keyOf(collection), 'filters'] as const,
    queryFn: ({ signal }) => request(`${pathOf(collection)}/filters`, TraitFilterList, { signal }),
    staleTime: 5 * 60_000,
  })

/** `search` is the query of `GET …/assets`. The page before stays until the new one is there. */
export const assetsQuery = (collection: CollectionKey, search: URLSearchParams) => {
  const text = search.toString()
  return queryOptions({
    queryKey: [...keyOf(collection), 'assets', text] as const,
    queryFn: ({ signal }) => request(`${pathOf(collection)}/assets?${text}`, AssetPage, { signal }),
    structuralSharing: keepSame,
    placeholderData: keepPreviousData,
  })
}

export const assetQuery = (collection: CollectionKey, tokenId: string) =>
  queryOptions({
    queryKey: [...keyOf(collection), 'asset', tokenId] as const,
    queryFn: ({ signal }) => request(`${pathOf(collection)}/assets/${tokenId}`, Asset, { signal }),
    structuralSharing: keepSame,
  })

export const assetRefreshesQuery = (collection: CollectionKey, tokenId: string) =>
  queryOptions({
    queryKey: [...keyOf(collection), 'asset', tokenId, 'refreshes'] as const,
    queryFn: ({ signal }) =>
      request(`${pathOf(collection)}/assets/${tokenId}/refreshes`, TokenRefreshList, { signal }),
  })

const WALKING_MS = 1_500

/** What the desk knows of all assets; asks again while a sync runs. */
export const indexQuery = (collection: CollectionKey) =>
  queryOptions({
    queryKey: [...keyOf(collection), 'index'] as const,
    queryFn: ({ signal }) => request(`${pathOf(collection)}/index`, CollectionIndexState, { signal }),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? WALKING_MS : false),
  })

/** Operators: starts the sync of a collection's index, or brings it up to date. */
export const startIndexMutation = (collection: CollectionKey) =>
  mutationOptions({
    mutationKey: [...keyOf(collection), 'start-index'] as const,
    mutationFn: () =>
      request(`${pathOf(collection)}/index`, CollectionIndexState, { method: 'POST', body: {} }),
    onSuccess: (state, _nothing, _result, { client }) =>
      client.setQueryData(indexQuery(collection).queryKey, state),
  })

/** Which of the ids the collection does not have, as far as its index can tell. */
export const checkIds = (
  collection: CollectionKey,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<CheckedIds> =>
  request(`${pathOf(collection)}/check-ids`, CheckedIds, {
    method: 'POST',
    body: { ids },
    ...(signal && { signal }),
  })

/** In demo mode only: makes the signed-in member the owner of a demo collection. */
export const takeOwnershipMutation = (collection: CollectionKey) =>
  mutationOptions({
    mutationKey: [...keyOf(collection), 'owner'] as const,
    mutationFn: () => request(`${pathOf(collection)}/owner`, CollectionDetail, { method: 'POST', body: {} }),
    onSuccess: (_detail, _nothing, _result, { client }) =>
      client.invalidateQueries({ queryKey: collectionsKey }),
  })
