import 'server-only'
import type { RefreshState } from '../../domain/batches/state.ts'
import type { CollectionCard } from '../../domain/collections/collection-card-schema.ts'
import type { Db } from '../connection/client.ts'
import { Prisma } from '../generated/client.ts'
import { isNotTakenUp } from '../tokens/last-refresh.ts'
import { refreshingTokens } from '../tokens/refreshing-tokens.ts'
import { toProgress } from './refresh-summary.ts'

type LatestRefresh = NonNullable<CollectionCard['lastRefresh']>
type LatestRow = Parameters<typeof toProgress>[0] & {
  collectionId: string
  id: string
  number: number
  state: RefreshState
  createdAt: Date
}

/** The latest refresh of each collection; collections never refreshed are absent. */
export async function findLatestRefreshes(
  db: Db,
  collectionIds: string[],
): Promise<Map<string, LatestRefresh>> {
  if (collectionIds.length === 0) return new Map()
  const rows = await db.$queryRaw<LatestRow[]>`
    SELECT asked."collectionId", latest.* FROM unnest(${collectionIds}::uuid[]) AS asked ("collectionId")
    CROSS JOIN LATERAL (
      SELECT "id", "number", "state", "createdAt", "tokenCount", "succeeded", "failed", "unknown", "cancelled"
      FROM "Refresh" r WHERE r."collectionId" = asked."collectionId"
      ORDER BY "createdAt" DESC, "number" DESC LIMIT 1
    ) latest`
  return new Map(
    rows.map(({ collectionId, id, number, state, createdAt, ...counts }) => [
      collectionId,
      { id, number, at: createdAt.toISOString(), state, progress: toProgress(counts) },
    ]),
  )
}

/** How many tokens of each collection failed the last time they were refreshed; zero counts are absent. */
export async function countFailedLastTime(db: Db, collectionIds: string[]): Promise<Map<string, number>> {
  if (collectionIds.length === 0) return new Map()
  const rows = await db.$queryRaw<{ collectionId: string; count: number }[]>`
    SELECT last."collectionId", COUNT(*)::int AS "count" FROM "LastTokenRefresh" last
    WHERE last."collectionId" = ANY(${collectionIds}::uuid[]) AND last."state" = 'failed'
      AND ${isNotTakenUp(refreshingTokens(Prisma.sql`last."collectionId"`))}
    GROUP BY last."collectionId"`
  return new Map(rows.map(({ collectionId, count }) => [collectionId, count]))
}

export const countRefreshes = (db: Db, collectionId: string): Promise<number> =>
  db.refresh.count({ where: { collectionId } })
