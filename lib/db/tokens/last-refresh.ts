import 'server-only'
import type { AssetFilter } from '../../domain/assets/asset-filter-schema.ts'
import { Prisma } from '../generated/client.ts'
import { isNoneOf } from './create-batches.ts'
import { refreshingTokens } from './refreshing-tokens.ts'

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
export function wasLastRefreshed(rule: LastRefreshRule): Prisma.Sql {
  const { collectionId, beforeNumber } = rule
  if (beforeNumber === undefined) return isLast(rule)
  const changedSince = Prisma.sql`
    SELECT "tokenId" FROM "LastTokenRefresh"
    WHERE "collectionId" = ${collectionId}::uuid AND "number" >= ${beforeNumber}`
  return Prisma.sql`CASE WHEN ${tokenId} IN (${changedSince}) THEN ${wasBefore(rule, beforeNumber)} ELSE ${isLast(rule)} END`
}

/** By the last outcome of each token and what is being refreshed now. */
function isLast(rule: LastRefreshRule): Prisma.Sql {
  const { collectionId, lastRefresh, beforeNumber } = rule
  const refreshing = refreshingTokens(collectionId, { beforeNumber })
  const last = Prisma.sql`
    SELECT last."tokenId" FROM "LastTokenRefresh" last WHERE last."collectionId" = ${collectionId}::uuid`
  switch (lastRefresh) {
    case 'never':
      return Prisma.sql`${isNoneOf(tokenId, last)} AND ${isNoneOf(tokenId, refreshing)}`
    case 'old':
      return Prisma.sql`${tokenId} IN (${last} AND last."at" < ${limitOf(rule)} AND ${isNotTakenUp(refreshing)})`
    case 'failed':
      return Prisma.sql`${tokenId} IN (${last} AND last."state" = 'failed' AND ${isNotTakenUp(refreshing)})`
  }
}

/** Whether none of the refreshes that have not ended is a later one of the token of the row `last`. */
export const isNotTakenUp = (refreshing: Prisma.Sql): Prisma.Sql => Prisma.sql`NOT EXISTS (
  SELECT 1 FROM (${refreshing}) now
  WHERE now."tokenId" = last."tokenId" AND (now."createdAt", now."number") > (last."createdAt", last."number"))`

/** By the whole history of the one token. */
function wasBefore(rule: LastRefreshRule, beforeNumber: number): Prisma.Sql {
  const { collectionId, lastRefresh } = rule
  const answers = {
    never: Prisma.sql`false`,
    old: Prisma.sql`b."finishedAt" < ${limitOf(rule)}`,
    failed: Prisma.sql`t."state" = 'failed'`,
  }
  return Prisma.sql`COALESCE((
    SELECT ${answers[lastRefresh]} FROM "RefreshToken" t
    JOIN "Refresh" r ON r."id" = t."refreshId" AND r."collectionId" = ${collectionId}::uuid
    JOIN "Batch" b ON b."id" = t."batchId" AND b."state" <> 'cancelled'
    WHERE t."tokenId" = ${tokenId} AND r."number" < ${beforeNumber}
    ORDER BY r."createdAt" DESC, r."number" DESC LIMIT 1), ${lastRefresh === 'never'})`
}

const limitOf = ({ now }: LastRefreshRule): Prisma.Sql =>
  Prisma.sql`${new Date(now.getTime() - OLD_MS).toISOString()}::timestamptz`
