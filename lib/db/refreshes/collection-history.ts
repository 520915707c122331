import 'server-only'
import type { RefreshSummary } from '../../domain/refreshes/model-schema.ts'
import type { Db } from '../connection/client.ts'
import { Prisma } from '../generated/client.ts'
import { isNotTakenUp } from '../tokens/last-refresh.ts'
import { refreshingTokens } from '../tokens/refreshing-tokens.ts'
import { listRefreshesById } from './refreshes.ts'

/** The latest refresh of each collection; collections never refreshed are absent. */
export async function findLatestRefreshes(
  db: Db,
  collectionIds: string[],
): Promise<Map<string, RefreshSummary>> {
  if (collectionIds.length === 0) return new Map()
  const rows = await db.$queryRaw<{ collectionId: string; id: string }[]>`
    SELECT asked."collectionId", latest."id" FROM unnest(${collectionIds}::uuid[]) AS asked ("collectionId")
    CROSS JOIN LATERAL (
      SELECT "id" FROM "Refresh" r WHERE r."collectionId" = asked."collectionId"
      ORDER BY "createdAt" DESC, "number" DESC LIMIT 1
    ) latest`
  const refreshes = await listRefreshesById(
    db,
    rows.map(({ id }) => id),
  )
  const byId = new Map(refreshes.map((refresh) => [refresh.id, refresh]))
  return new Map(
    rows.flatMap(({ collectionId, id }) => {
      const refresh = byId.get(id)
      return refresh ? [[collectionId, refresh]] : []
    }),
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
