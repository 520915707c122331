import { readServerDate } from '../../http/upstream-clock.ts'
import { ofKind } from '../../provider/credential.ts'
import type { RefreshesListing, RefreshListing } from '../../provider/refresher.ts'
import type { ImxClient } from '../client.ts'
import { readPage } from '../page.ts'
import { ImxRefresh } from './refresh.ts'

/** Newest first. */
export async function listRefreshes(client: ImxClient, listing: RefreshesListing): Promise<RefreshListing> {
  const { headers, ...page } = await readPage(client, {
    path: ['v1', 'metadata-refreshes'],
    item: ImxRefresh,
    signature: ofKind('owner_signature', listing.credential),
    query: { collection_address: listing.collection },
    cursor: listing.cursor,
    pageSize: listing.pageSize,
  })
  return { ...page, serverDate: readServerDate(headers) }
}
