import 'server-only'
import type { RefreshState } from '../refresh/state.ts'
import type { Db } from './client.ts'

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
    SELECT DISTINCT ON ("collectionId") "collectionId", "id", "state", "createdAt"
    FROM "Refresh" WHERE "collectionId" = ANY(${collectionIds}::uuid[])
    ORDER BY "collectionId", "createdAt" DESC, "number" DESC`
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
    SELECT "collectionId", COUNT(*)::int AS "count" FROM "LastTokenRefresh"
    WHERE "collectionId" = ANY(${collectionIds}::uuid[])
      AND ("state" = 'failed' OR ("state" = 'pending' AND "batchState" = 'rejected'))
    GROUP BY "collectionId"`
  return new Map(rows.map(({ collectionId, count }) => [collectionId, count]))
}

export const countRefreshes = (db: Db, collectionId: string): Promise<number> =>
  db.refresh.count({ where: { collectionId } })
