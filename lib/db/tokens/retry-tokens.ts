import 'server-only'
import type { Db } from '../connection/client.ts'
import { Prisma } from '../generated/client.ts'
import { refreshingTokens } from './refreshing-tokens.ts'

type Facts = {
  /** Why it failed last; null when nobody wrote it down. */
  cause: string | null
  hasSucceededSince: boolean
  isRefreshing: boolean
  /** Its batch has finished, and the network did not say what became of it. */
  isUnknown: boolean
}

type RetryTokenFilter = { collectionId: string; refreshIds: readonly string[]; cause?: string | undefined }

/**
 * The tokens of several refreshes of a collection that failed or whose outcome stays unknown, each once, with what others
 * did to them since. Those of a lost batch are still searched for.
 */
function retryTokens({ collectionId, refreshIds, cause = '' }: RetryTokenFilter): Prisma.Sql {
  return Prisma.sql`
    WITH taken AS MATERIALIZED (
      SELECT DISTINCT ON (t."tokenId") t."tokenId", f."cause", r."createdAt", r."number", t."position",
        t."state" = 'unknown' AS "isUnknown"
      FROM "Batch" b
      JOIN "Refresh" r ON r."id" = b."refreshId"
      JOIN "RefreshToken" t ON t."batchId" = b."id"
        AND (t."state" = 'failed' OR (t."state" = 'unknown' AND b."state" = 'finished'))
      LEFT JOIN "Failure" f ON f."batchId" = b."id" AND f."tokenId" = t."tokenId"
      WHERE b."refreshId" = ANY(${[...refreshIds]}::uuid[]) AND r."collectionId" = ${collectionId}::uuid
        AND (${cause} = '' OR f."cause" = ${cause})
      ORDER BY t."tokenId", r."createdAt" DESC, r."number" DESC
    ), refreshing AS (
      SELECT DISTINCT open."tokenId" FROM (${refreshingTokens(collectionId)}) open
    ), known AS (
      SELECT taken.*, last."tokenId" IS NOT NULL AS "hasSucceededSince",
        refreshing."tokenId" IS NOT NULL AS "isRefreshing"
      FROM taken
      LEFT JOIN "LastTokenRefresh" last ON last."collectionId" = ${collectionId}::uuid
        AND last."tokenId" = taken."tokenId" AND last."state" = 'succeeded'
        AND (last."createdAt", last."number") > (taken."createdAt", taken."number")
      LEFT JOIN refreshing ON refreshing."tokenId" = taken."tokenId"
    )`
}

/** In the order in which they were submitted. */
export const listRetryTokens = (db: Db, filter: RetryTokenFilter): Promise<(Facts & { tokenId: string })[]> =>
  db.$queryRaw`${retryTokens(filter)}
    SELECT "tokenId", "cause", "hasSucceededSince", "isRefreshing", "isUnknown" FROM known
    ORDER BY "createdAt", "number", "position"`

export const countRetryTokens = (db: Db, filter: RetryTokenFilter): Promise<(Facts & { count: number })[]> =>
  db.$queryRaw`${retryTokens(filter)}
    SELECT "cause", "hasSucceededSince", "isRefreshing", "isUnknown", count(*)::int AS "count"
    FROM known GROUP BY 1, 2, 3, 4`
