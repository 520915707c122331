import { ChangedItems } from '../domain/refreshes/changed-items.ts'
import { RefreshDetail } from '../domain/refreshes/model.ts'
import type { Connection } from './event-source.ts'
import { currentKey, listsKey } from './refresh-keys.ts'
import { takeChanged, takeDetail } from './refresh-news.ts'
import { refreshQuery } from './refreshes.ts'
import { useStream } from './use-stream.ts'

/** Keeps `refreshQuery(id)` live, and with it every list that shows this refresh. */
export function useRefreshStream(id: string): Connection {
  return useStream({
    path: `/api/refreshes/${encodeURIComponent(id)}/stream`,
    event: 'snapshot',
    schema: RefreshDetail,
    take: takeDetail,
    pollKeys: [refreshQuery(id).queryKey],
  })
}

/** Keeps `currentRefreshesQuery()` and every list of refreshes on the page live. */
export function useRefreshesStream(): Connection {
  return useStream({
    path: '/api/refreshes/stream',
    event: 'changed',
    schema: ChangedItems,
    take: (client, { items }) => takeChanged(client, items),
    pollKeys: [currentKey, listsKey],
  })
}
