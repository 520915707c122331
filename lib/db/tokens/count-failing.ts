import 'server-only'
import type { Db } from '../connection/client.ts'

/** How many tokens failed in their latest refresh, counted up to `most` of them. */
export async function countFailing(db: Db, most: number): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count"
    FROM (SELECT 1 FROM "LastTokenRefresh" WHERE "state" = 'failed' LIMIT ${most}) failing`
  return rows[0]?.count ?? 0
}
