import 'server-only'
import type { Db } from './client.ts'
import { Prisma } from './generated/client.ts'
import { refreshingTokens } from './refreshing-tokens.ts'

type Facts = {
  /** Why it failed last; null when nobody wrote it down. */
  cause: string | null
  hasSucceededSince: boolean
  isRefreshing: boolean
}

type FailedTokenFilter = { collectionId: string; refreshIds: readonly string[]; cause?: string | undefined }

/** The failed tokens of several refreshes of a collection, each once, with what others did to them since. */
function failedTokens({ collectionId, refreshIds, cause = '' }: FailedTokenFilter): Prisma.Sql {
  return Prisma.sql`
    WITH failed AS MATERIALIZED (
      SELECT DISTINCT ON (t."tokenId") t."tokenId", f."cause", r."createdAt", r."number", t."position"
      FROM "Batch" b
      JOIN "Refresh" r ON r."id" = b."refreshId"
      JOIN "RefreshToken" t ON t."batchId" = b."id" AND t."state" = 'failed'
      LEFT JOIN "Failure" f ON f."batchId" = b."id" AND f."tokenId" = t."tokenId"
      WHERE b."refreshId" = ANY(${[...refreshIds]}::uuid[]) AND r."collectionId" = ${collectionId}::uuid
        AND (${cause} = '' OR f."cause" = ${cause})
      ORDER BY t."tokenId", r."createdAt" DESC, r."number" DESC
    ), refreshing AS (
      SELECT DISTINCT open."tokenId" FROM (${refreshingTokens(collectionId)}) open
    ), known AS (
      SELECT failed.*, last."tokenId" IS NOT NULL AS "hasSucceededSince",
        refreshing."tokenId" IS NOT NULL AS "isRefreshing"
      FROM failed
      LEFT JOIN "LastTokenRefresh" last ON last."collectionId" = ${collectionId}::uuid
        AND last."tokenId" = failed."tokenId" AND last."state" = 'succeeded'
        AND (last."createdAt", last."number") > (failed."createdAt", failed."number")
      LEFT JOIN refreshing ON refreshing."tokenId" = failed."tokenId"
    )`
}

/** In the order in which they were submitted. */
export const listRetryTokens = (
  db: Db,
  filter: FailedTokenFilter,
): Promise<(Facts & { tokenId: string })[]> =>
  db.$queryRaw`${failedTokens(filter)}
    SELECT "tokenId", "cause", "hasSucceededSince", "isRefreshing" FROM known
    ORDER BY "createdAt", "number", "position"`

export const countRetryTokens = (db: Db, filter: FailedTokenFilter): Promise<(Facts & { count: number })[]> =>
  db.$queryRaw`${failedTokens(filter)}
    SELECT "cause", "hasSucceededSince", "isRefreshing", count(*)::int AS "count" FROM known GROUP BY 1, 2, 3`
