import { currentKey, listsKey } from '../refresh-keys.ts'
import { refreshQuery } from '../refreshes.ts'
import type { Connection } from './event-source.ts'
import { useStream } from './use-stream.ts'

/** Keeps `refreshQuery(id)` live, and with it every list that shows this refresh. */
export function useRefreshStream(id: string): Connection {
  return useStream(id, [refreshQuery(id).queryKey])
}

/** Keeps `currentRefreshesQuery()` and every list of refreshes on the page live. */
export function useRefreshesStream(): Connection {
  return useStream(null, [currentKey, listsKey])
}
