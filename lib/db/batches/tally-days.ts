import 'server-only'
import type { Db } from '../connection/client.ts'

export type DayTally = { refreshed: number; failed: number }
type Row = DayTally & { day: number }

/**
 * Tokens refreshed and failed in each of the days that begin at `starts`, by when their batches ended: a rejected one with
 * its last request. Reads what ended since then, by its time, and nothing of the history before.
 */
export async function tallyDays(db: Db, starts: readonly Date[]): Promise<DayTally[]> {
  const [first] = starts
  if (!first) return []
  const since = first.toISOString()
  const bounds = starts.map((start) => start.toISOString())
  const rows = await db.$queryRaw<Row[]>`
    SELECT width_bucket(ended."at", ${bounds}::timestamptz[]) AS "day", sum(ended."refreshed")::int AS "refreshed",
      sum(ended."failed")::int AS "failed"
    FROM (
      SELECT "finishedAt" AS "at", "succeeded" AS "refreshed", "failed" FROM "Batch"
      WHERE "finishedAt" >= ${since}::timestamptz
      UNION ALL
      SELECT "at", 0, "tokenCount" FROM (
        SELECT DISTINCT ON (b."id") a."startedAt" AS "at", b."tokenCount"
        FROM "Attempt" a JOIN "Batch" b ON b."id" = a."batchId"
        WHERE a."startedAt" >= ${since}::timestamptz AND b."state" = 'rejected'
        ORDER BY b."id", a."startedAt" DESC
      ) rejected
    ) ended
    GROUP BY 1`
  const known = new Map(rows.map(({ day, refreshed, failed }) => [day, { refreshed, failed }]))
  return starts.map((_, at) => known.get(at + 1) ?? { refreshed: 0, failed: 0 })
}
