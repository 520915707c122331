import type { ImxClient } from './client.ts'
import { type CollectionFacts, ImxCollection } from './collection.ts'
import { type Page, PageOf, toPage } from './page.ts'

export type ListCollectionsParams = {
  /** Searched in names and descriptions. */
  keyword?: string | undefined
  orderBy?: 'name' | 'address' | 'project_id' | 'created_at' | 'updated_at' | undefined
  direction?: 'asc' | 'desc' | undefined
  cursor?: string | undefined
  pageSize?: number | undefined
}

const Response = PageOf(ImxCollection)

export async function listCollections(
  client: ImxClient,
  params: ListCollectionsParams,
): Promise<Page<CollectionFacts>> {
  const { data } = await client.read({
    path: ['v1', 'collections'],
    schema: Response,
    query: {
      keyword: params.keyword,
      order_by: params.orderBy,
      direction: params.direction,
      cursor: params.cursor,
      page_size: params.pageSize,
    },
  })
  return toPage(data, params.cursor)
}
