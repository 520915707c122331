import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { RefreshImportState } from '../domain/refreshes/refresh-import-schema.ts'
import { collectionsKey } from './collection-keys.ts'
import type { CollectionKey } from './collections.ts'
import { listsKey, refreshesKey } from './refresh-keys.ts'
import { request } from './request.ts'

const RUNNING_MS = 1_500

const keyOf = ({ network, address }: CollectionKey) => [...refreshesKey, 'import', network, address] as const
const pathOf = ({ network, address }: CollectionKey) => `/api/collections/${network}/${address}/import`

/** How far the import of a collection's refreshes is; asks again while it runs, and brings the lists up to what it added. */
export const importQuery = (collection: CollectionKey) =>
  queryOptions({
    queryKey: keyOf(collection),
    queryFn: async ({ signal, client }): Promise<RefreshImportState> => {
      const before = client.getQueryData<RefreshImportState>(keyOf(collection))
      const state = await request<RefreshImportState>(pathOf(collection), { signal })
      const hasEnded = before?.state === 'running' && state.state !== 'running'
      if (hasEnded || (before && before.imported !== state.imported))
        void client.invalidateQueries({ queryKey: listsKey })
      // How many there are in all comes with what costs the network a request: once is enough.
      if (hasEnded) void client.invalidateQueries({ queryKey: collectionsKey })
      return state
    },
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? RUNNING_MS : false),
  })

/** Operators: takes over what the network lists for a collection. */
export const startImportMutation = (collection: CollectionKey) =>
  mutationOptions({
    mutationKey: [...keyOf(collection), 'start'] as const,
    mutationFn: () => request<RefreshImportState>(pathOf(collection), { method: 'POST', body: {} }),
    onSuccess: (state, _nothing, _result, { client }) => {
      client.setQueryData(keyOf(collection), state)
      // A short list may have been read by the time of the answer.
      if (state.state !== 'running') void client.invalidateQueries({ queryKey: listsKey })
    },
  })
