import type { Page } from '../../http/page.ts'
import type { CollectionFacts, CollectionSearch } from '../../provider/catalog.ts'
import type { ImxClient } from '../client.ts'
import { readPage } from '../page.ts'
import { ImxCollection } from './collection.ts'

export async function listCollections(
  client: ImxClient,
  search: CollectionSearch,
): Promise<Page<CollectionFacts>> {
  return readPage(client, {
    path: ['v1', 'collections'],
    item: ImxCollection,
    query: { keyword: search.keyword, order_by: search.orderBy, direction: search.direction },
    cursor: search.cursor,
    pageSize: search.pageSize,
  })
}
