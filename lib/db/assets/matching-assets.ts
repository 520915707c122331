import 'server-only'
import type { AssetFilter } from '../../domain/assets/asset-filter-schema.ts'
import type { Db } from '../connection/client.ts'
import { Prisma } from '../generated/client.ts'
import { isNoneOf, listedIds, type TokenSource } from '../tokens/create-batches.ts'
import { wasLastRefreshed } from '../tokens/last-refresh.ts'
import { refreshingTokens } from '../tokens/refreshing-tokens.ts'

/** A query over the index of a collection; `isIndexable` says which filters it can answer. */
export type IndexQuery = {
  collectionId: string
  filter: Pick<AssetFilter, 'status' | 'updatedAfter' | 'updatedBefore' | 'lastRefresh'>
  except: readonly string[]
  now: Date
  beforeNumber?: number
}

/** As a condition on `asset`, a row of the index. */
export function matches({ collectionId, filter, except, now, beforeNumber }: IndexQuery): Prisma.Sql {
  const { status, updatedAfter, updatedBefore, lastRefresh } = filter
  const conditions = [
    Prisma.sql`asset."collectionId" = ${collectionId}::uuid`,
    ...(status ? [Prisma.sql`asset."status" = ${status}`] : []),
    ...(updatedAfter ? [Prisma.sql`asset."updatedAt" >= ${toTimestamp(updatedAfter)}`] : []),
    ...(updatedBefore ? [Prisma.sql`asset."updatedAt" <= ${toTimestamp(updatedBefore)}`] : []),
    ...(lastRefresh ? [wasLastRefreshed({ collectionId, lastRefresh, now, beforeNumber })] : []),
    ...(except.length > 0
      ? [isNoneOf(Prisma.sql`asset."tokenId"`, Prisma.sql`SELECT ${listedIds(except)}`)]
      : []),
  ]
  return Prisma.join(conditions, ' AND ')
}

/** The oldest change first, as a reading of the network's list would find them. */
export const fromIndex = (query: IndexQuery): TokenSource => Prisma.sql`
  SELECT asset."tokenId",
    row_number() OVER (ORDER BY asset."updatedAt" NULLS FIRST, asset."tokenId") AS place
  FROM "IndexedAsset" asset WHERE ${matches(query)}`

const toTimestamp = (time: string): Prisma.Sql => Prisma.sql`${new Date(time).toISOString()}::timestamptz`

type Count = { tokens: number; refreshing: number }

/** How many tokens, and how many of them another refresh has not finished yet. */
async function count(db: Db, collectionId: string, tokens: Prisma.Sql): Promise<Count> {
  const [row] = await db.$queryRaw<Count[]>`
    WITH refreshing AS MATERIALIZED (SELECT DISTINCT "tokenId" FROM (${refreshingTokens(collectionId)}) open)
    SELECT COUNT(*)::int AS tokens, COUNT(refreshing."tokenId")::int AS refreshing
    FROM (${tokens}) chosen LEFT JOIN refreshing ON refreshing."tokenId" = chosen."tokenId"`
  return row ?? { tokens: 0, refreshing: 0 }
}

export const countMatching = (db: Db, query: IndexQuery): Promise<Count> =>
  count(
    db,
    query.collectionId,
    Prisma.sql`SELECT asset."tokenId" FROM "IndexedAsset" asset WHERE ${matches(query)}`,
  )

/** Of distinct ids. */
export const countIds = (db: Db, collectionId: string, ids: readonly string[]): Promise<Count> =>
  count(db, collectionId, Prisma.sql`SELECT ${listedIds(ids)} AS "tokenId"`)

/** The given ids that were last refreshed here as the filter says, in their order. */
export async function keepLastRefreshed(
  db: Db,
  rule: Parameters<typeof wasLastRefreshed>[0],
  ids: readonly string[],
): Promise<string[]> {
  const rows = await db.$queryRaw<{ tokenId: string }[]>`
    SELECT asset."tokenId" FROM ${listedIds(ids)} WITH ORDINALITY AS asset ("tokenId", place)
    WHERE ${wasLastRefreshed(rule)} ORDER BY place`
  return rows.map(({ tokenId }) => tokenId)
}
