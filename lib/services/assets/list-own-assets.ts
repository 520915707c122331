import 'server-only'
import { z } from 'zod'
import { AppError } from '../../core/app-error.ts'
import type { IndexedAsset } from '../../db/assets/indexed-assets.ts'
import { listMatchingAssets } from '../../db/assets/list-matching-assets.ts'
import { keepLastRefreshed } from '../../db/assets/matching-assets.ts'
import { findIndex } from '../../db/collections/collection-indexes.ts'
import type { CollectionKey } from '../../db/collections/collections.ts'
import { TokenId } from '../../domain/assets/token-id-schema.ts'
import { isIndexable } from '../../domain/collections/is-indexable.ts'
import type { Asset, AssetPage, AssetQuery } from '../../domain/collections/model-schema.ts'
import { readCursor, writeCursor } from '../../domain/refreshes/cursor/cursor.ts'
import { knownCollection } from '../collections/read-collection.ts'
import type { ServiceContext } from '../context.ts'
import { startReading } from '../networks/long-reading.ts'
import { readAssetPage } from './read-asset-page.ts'

const SEARCH_MS = 3_000
const SEARCH_PAGE_SIZE = 200

/** A query that asks what this desk did to a token last. */
export type OwnQuery = AssetQuery & { lastRefresh: NonNullable<AssetQuery['lastRefresh']> }

/** Names have characters that a cursor has not; a NUL is in none of them. */
const SortKey = z
  .string()
  .transform(decodeURIComponent)
  .refine((key) => !key.includes('\0'))
const IndexCursor = z.object({ key: SortKey, id: TokenId }).strict()
/** Of the network's page at `at`, `skip` assets were shown before. */
const SearchCursor = z.object({ at: z.string(), skip: z.number().int().min(0) }).strict()

/** From the index where it is complete and can answer; from the network, sorted out by our own rows, where not. */
export async function listOwnAssets(
  ctx: ServiceContext,
  key: CollectionKey,
  query: OwnQuery,
): Promise<AssetPage> {
  const stored = await knownCollection(ctx, key)
  const index = isIndexable(query) ? await findIndex(ctx.db, stored.id) : null
  if (!index?.completedAt) return search(ctx, key, stored.id, query)
  const { orderBy, direction, pageSize } = query
  const found = await listMatchingAssets(ctx.db, {
    query: { collectionId: stored.id, filter: query, except: [], now: ctx.now() },
    after: read(query.cursor, IndexCursor),
    orderBy,
    direction,
    pageSize,
  })
  const items = found.assets.map((asset) => toAsset(key, asset))
  return {
    items,
    nextCursor: found.next && writeCursor({ ...found.next, key: encodeURIComponent(found.next.key) }),
  }
}

/** Reads pages of the network for a few seconds; where nothing was found yet, an empty page says where to go on. */
async function search(
  ctx: ServiceContext,
  key: CollectionKey,
  collectionId: string,
  query: OwnQuery,
): Promise<AssetPage> {
  const { lastRefresh, pageSize } = query
  const reading = startReading(ctx, key.network, { maxMs: SEARCH_MS })
  const items: Asset[] = []
  let place = read(query.cursor, SearchCursor) ?? { at: '', skip: 0 }
  for (;;) {
    const asked = { ...query, cursor: place.at || undefined, pageSize: SEARCH_PAGE_SIZE }
    const page = await readAssetPage(ctx, key, asked)
    const ids = page.items.map(({ tokenId }) => tokenId)
    const rule = { collectionId, lastRefresh, now: ctx.now() }
    const kept = new Set(await keepLastRefreshed(ctx.db, rule, ids))
    for (const [position, asset] of page.items.entries()) {
      if (position < place.skip || !kept.has(asset.tokenId)) continue
      if (items.length === pageSize) return { items, nextCursor: writeCursor({ ...place, skip: position }) }
      items.push(asset)
    }
    if (page.nextCursor === null) return { items, nextCursor: null }
    place = { at: page.nextCursor, skip: 0 }
    if (reading.isOver()) return { items, nextCursor: writeCursor(place) }
    await reading.rest()
  }
}

function read<T>(cursor: string | undefined, schema: z.ZodType<T>): T | null {
  if (!cursor) return null
  const place = readCursor(cursor, schema)
  if (place) return place
  const issues = [{ path: 'cursor', message: 'This page of the list no longer exists.' }]
  throw new AppError('invalid_request', 'The request is not valid.', { issues })
}

/** Of metadata the index keeps the traits that a table shows. */
const toAsset = ({ address }: CollectionKey, { traits, ...asset }: IndexedAsset): Asset => ({
  ...asset,
  collection: address,
  description: null,
  blockedImage: null,
  metadata: traits,
  uri: null,
  createdAt: null,
  updatedAt: asset.updatedAt?.toISOString() ?? null,
  lastRefresh: null,
})
