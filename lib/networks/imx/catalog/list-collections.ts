import type { Page } from '../../http/page.ts'
import type { ImxClient } from '../client.ts'
import { readPage } from '../page.ts'
import { type CollectionFacts, ImxCollection } from './collection.ts'

export type ListCollectionsParams = {
  /** Searched in names and descriptions. */
  keyword?: string | undefined
  orderBy?: 'name' | 'address' | 'project_id' | 'created_at' | 'updated_at' | undefined
  direction?: 'asc' | 'desc' | undefined
  cursor?: string | undefined
  pageSize?: number | undefined
}

export async function listCollections(
  client: ImxClient,
  params: ListCollectionsParams,
): Promise<Page<CollectionFacts>> {
  return readPage(client, {
    path: ['v1', 'collections'],
    item: ImxCollection,
    query: { keyword: params.keyword, order_by: params.orderBy, direction: params.direction },
    cursor: params.cursor,
    pageSize: params.pageSize,
  })
}
