import { queryOptions } from '@tanstack/react-query'
import type { ChangedItems } from '../domain/refreshes/changed-items-schema.ts'
import type { RefreshSummary } from '../domain/refreshes/model-schema.ts'
import { currentKey } from './refresh-keys.ts'
import { newestFirst, takeNews } from './refresh-news.ts'
import { request } from './request.ts'

const POLL_MS = 15_000

/** The newest refreshes and all that are not finished, for the header of every page; whatever is learnt of one of them anywhere shows here too. */
export const currentRefreshesQuery = () =>
  queryOptions({
    queryKey: currentKey,
    queryFn: async ({ signal, client }) => {
      const { items } = await request<ChangedItems>('/api/refreshes/current', { signal })
      const read = takeNews(client, items)
      return [...madeSince(client.getQueryData<RefreshSummary[]>(currentKey), read), ...read]
    },
    refetchInterval: POLL_MS,
  })

/** The stream may have told of a refresh that an answer on its way does not know yet. */
function madeSince(known: readonly RefreshSummary[] = [], read: readonly RefreshSummary[]): RefreshSummary[] {
  const [newest] = read
  return known.filter((item) => !newest || newestFirst(item, newest) < 0)
}
