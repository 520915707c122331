import type { Page } from '../../http/page.ts'
import { readServerDate } from '../../http/upstream-clock.ts'
import type { ImxClient } from '../client.ts'
import { readPage } from '../page.ts'
import { ImxRefresh, type ListedRefresh } from './refresh.ts'
import type { OwnerSignature } from './signature-headers.ts'

type ListRefreshesParams = {
  signature: OwnerSignature
  collection?: string | undefined
  cursor?: string | undefined
  pageSize?: number | undefined
}

export type RefreshListing = Page<ListedRefresh> & {
  /** The network's clock when it answered. */
  serverDate: string | null
}

/** Newest first. */
export async function listRefreshes(client: ImxClient, params: ListRefreshesParams): Promise<RefreshListing> {
  const { headers, ...page } = await readPage(client, {
    path: ['v1', 'metadata-refreshes'],
    item: ImxRefresh,
    signature: params.signature,
    query: { collection_address: params.collection },
    cursor: params.cursor,
    pageSize: params.pageSize,
  })
  return { ...page, serverDate: readServerDate(headers) }
}
