import type { Catalog } from '../provider/catalog.ts'
import type { Provider, ProviderOptions } from '../provider/provider.ts'
import type { ListRefreshes, Refresher } from '../provider/refresher.ts'
import { getAsset } from './catalog/get-asset.ts'
import { getCollection } from './catalog/get-collection.ts'
import { listAssets } from './catalog/list-assets.ts'
import { listCollections } from './catalog/list-collections.ts'
import { listTraits } from './catalog/list-traits.ts'
import { createImxClient, type ImxClient } from './client.ts'
import { findOperation } from './dialect/operations.ts'
import { createRefresh } from './refreshing/create-refresh.ts'
import { getRefreshStatus } from './refreshing/get-refresh-status.ts'
import { interpretAnswer } from './refreshing/interpret-answer.ts'
import { listRefreshErrors } from './refreshing/list-refresh-errors.ts'
import { listRefreshes } from './refreshing/list-refreshes.ts'
import { namedRefresh } from './refreshing/named-refresh.ts'
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

function refresherOf(client: ImxClient): Refresher {
  const list: ListRefreshes = (listing) => listRefreshes(client, listing)
  return {
    preparation: { kind: 'none' },
    send: (payload) => createRefresh(client, payload),
    interpret: interpretAnswer,
    observe: (sent) => getRefreshStatus(client, namedRefresh(sent)),
    listFailures: ({ cursor, pageSize, ...sent }) =>
      listRefreshErrors(client, { ...namedRefresh(sent), cursor, pageSize }),
    lost: { kind: 'search', list },
    history: list,
  }
}
