import 'server-only'
import type { AssetFilter } from '../collection/asset-filter.ts'
import { isNoneOf } from './freeze-tokens.ts'
import { Prisma } from './generated/client.ts'

const tokenId = Prisma.sql`asset."tokenId"`
const OLD_MS = 7 * 24 * 3_600_000

/** Later refreshes than `beforeNumber` do not count: those of a query that is just being expanded. */
export type LastRefreshRule = {
  collectionId: string
  lastRefresh: NonNullable<AssetFilter['lastRefresh']>
  now: Date
  beforeNumber?: number | undefined
}

/** Whether the token `asset."tokenId"` of a query was last refreshed here as the rule says. What was cancelled never was. */
export function wasLastRefreshed({
  collectionId,
  lastRefresh,
  now,
  beforeNumber,
}: LastRefreshRule): Prisma.Sql {
  const bound = beforeNumber === undefined ? Prisma.empty : Prisma.sql`AND r."number" < ${beforeNumber}`
  const laterBound = beforeNumber === undefined ? Prisma.empty : Prisma.sql`AND r2."number" < ${beforeNumber}`
  const refreshed = Prisma.sql`
    SELECT t."tokenId" FROM "Refresh" r
    JOIN "Batch" b ON b."refreshId" = r."id" AND b."state" <> 'cancelled'
    JOIN "RefreshToken" t ON t."batchId" = b."id"
    WHERE r."collectionId" = ${collectionId}::uuid ${bound}`
  if (lastRefresh === 'never') return isNoneOf(tokenId, refreshed)
  const at = Prisma.sql`COALESCE(b."finishedAt", r."createdAt")`
  const limit = new Date(now.getTime() - OLD_MS).toISOString()
  if (lastRefresh === 'old') {
    const later = Prisma.sql`${refreshed} AND ${at} >= ${limit}::timestamptz`
    return Prisma.sql`${tokenId} IN (${refreshed} AND ${at} < ${limit}::timestamptz) AND ${isNoneOf(tokenId, later)}`
  }
  return Prisma.sql`${tokenId} IN (
    ${refreshed} AND (b."state" = 'rejected' OR (b."failed" > 0 AND t."state" = 'failed'))
    AND NOT EXISTS (
      SELECT 1 FROM "RefreshToken" t2
      JOIN "Refresh" r2 ON r2."id" = t2."refreshId"
      JOIN "Batch" b2 ON b2."id" = t2."batchId"
      WHERE t2."tokenId" = t."tokenId" AND r2."collectionId" = ${collectionId}::uuid
        AND (r2."createdAt", r2."number") > (r."createdAt", r."number") AND b2."state" <> 'cancelled' ${laterBound}
    ))`
}
