import type { Asset } from '../../../domain/collections/model.ts'
import type { Page } from '../../http/page.ts'
import type { ImxClient } from '../client.ts'
import { readPage } from '../page.ts'
import { ImxAsset } from './asset.ts'

export type ListAssetsParams = {
  collection?: string | undefined
  user?: string | undefined
  status?: string | undefined
  name?: string | undefined
  /** Trait name to wanted values. */
  metadata?: Record<string, string[]> | undefined
  updatedMin?: string | undefined
  updatedMax?: string | undefined
  orderBy?: 'updated_at' | 'name' | undefined
  direction?: 'asc' | 'desc' | undefined
  cursor?: string | undefined
  pageSize?: number | undefined
}

export async function listAssets(client: ImxClient, params: ListAssetsParams): Promise<Page<Asset>> {
  return readPage(client, {
    path: ['v1', 'assets'],
    item: ImxAsset,
    query: {
      collection: params.collection,
      user: params.user,
      status: params.status,
      name: params.name,
      metadata: params.metadata && JSON.stringify(params.metadata),
      updated_min_timestamp: params.updatedMin,
      updated_max_timestamp: params.updatedMax,
      order_by: params.orderBy,
      direction: params.direction,
    },
    cursor: params.cursor,
    pageSize: params.pageSize,
  })
}
