import { readServerTime } from '../upstream-clock.ts'
import type { ImxClient } from './client.ts'
import type { ImxGrant } from './grant-headers.ts'
import { type Page, PageOf, toPage } from './page.ts'
import { ImxRefresh, type ListedRefresh, toListedRefresh } from './refresh.ts'

type ListRefreshesParams = {
  grant: ImxGrant
  collection?: string | undefined
  cursor?: string | undefined
  pageSize?: number | undefined
}

const Response = PageOf(ImxRefresh)

export type RefreshListing = Page<ListedRefresh> & {
  /** The network's clock when it answered. */
  serverDate: string | null
}

/** Newest first. */
export async function listRefreshes(client: ImxClient, params: ListRefreshesParams): Promise<RefreshListing> {
  const { data, headers } = await client.read({
    path: ['v1', 'metadata-refreshes'],
    schema: Response,
    grant: params.grant,
    query: { collection_address: params.collection, cursor: params.cursor, page_size: params.pageSize },
  })
  const page = toPage(data, params.cursor)
  const serverTime = readServerTime(headers)
  return {
    items: page.items.map(toListedRefresh),
    nextCursor: page.nextCursor,
    serverDate: serverTime === null ? null : new Date(serverTime).toISOString(),
  }
}
