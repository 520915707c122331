import 'server-only'
import type { RefreshState } from '../refresh/state.ts'
import type { Db } from './client.ts'
import { Prisma } from './generated/client.ts'
import { isNotTakenUp } from './last-refresh.ts'
import { refreshingTokens } from './refreshing-tokens.ts'

export type LatestRefresh = { id: string; at: string; state: RefreshState }

/** The latest refresh of each collection; collections never refreshed are absent. */
export async function findLatestRefreshes(
  db: Db,
  collectionIds: string[],
): Promise<Map<string, LatestRefresh>> {
  if (collectionIds.length === 0) return new Map()
  const rows = await db.$queryRaw<
    { collectionId: string; id: string; state: RefreshState; createdAt: Date }[]
  >`
    SELECT asked."collectionId", latest.* FROM unnest(${collectionIds}::uuid[]) AS asked ("collectionId")
    CROSS JOIN LATERAL (
      SELECT "id", "state", "createdAt" FROM "Refresh" r WHERE r."collectionId" = asked."collectionId"
      ORDER BY "createdAt" DESC, "number" DESC LIMIT 1
    ) latest`
  return new Map(
    rows.map(({ collectionId, id, state, createdAt }) => [
      collectionId,
      { id, at: createdAt.toISOString(), state },
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
