import type { Catalog, Provider, ProviderOptions, Refresher } from '../provider.ts'
import { getAsset } from './catalog/get-asset.ts'
import { getCollection } from './catalog/get-collection.ts'
import { listAssets } from './catalog/list-assets.ts'
import { listCollections } from './catalog/list-collections.ts'
import { listTraits } from './catalog/list-traits.ts'
import { createImxClient, type ImxClient } from './client.ts'
import { findOperation } from './dialect/operations.ts'
import { createRefresh } from './refreshing/create-refresh.ts'
import { getRefreshStatus } from './refreshing/get-refresh-status.ts'
import { listRefreshErrors } from './refreshing/list-refresh-errors.ts'
import { listRefreshes } from './refreshing/list-refreshes.ts'
import { readCreated } from './refreshing/read-created.ts'

/** A network of Immutable X as the desk asks it. */
export function openImx(options: ProviderOptions): Provider {
  const client = createImxClient(options)
  return {
    catalog: catalogOf(client),
    refresher: refresherOf(client),
    script: { findOperation, reserve: client.reserve, readReceipt: readCreated },
    upstreamNow: client.upstreamNow,
  }
}

const catalogOf = (client: ImxClient): Catalog => ({
  ping: async () => {
    await listCollections(client, { pageSize: 1 })
  },
  getCollection: (address) => getCollection(client, { collection: address }),
  listCollections: (search) => listCollections(client, search),
  getAsset: (asset) => getAsset(client, asset),
  listAssets: (listing) => listAssets(client, listing),
  listTraits: (listing) => listTraits(client, listing),
})

const refresherOf = (client: ImxClient): Refresher => ({
  send: (payload) => createRefresh(client, payload),
  observe: (sent) => getRefreshStatus(client, sent),
  listFailures: (sent) => listRefreshErrors(client, sent),
  listRefreshes: (listing) => listRefreshes(client, listing),
})
