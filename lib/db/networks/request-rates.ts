import 'server-only'
import type { Db } from '../connection/client.ts'

/** A longer queue is the fault of a clock that was set back. */
const LONGEST_QUEUE_MS = 120_000
const LONGEST_QUEUE_WINDOWS = 60

/**
 * Reserves the next start of a request to a network, so that of all who reserve at most `burst` start within
 * `windowMs`; gives how many milliseconds it lies ahead. One statement, by the database's clock: callers on different
 * machines need not agree about the time.
 */
export async function reserveStart(
  db: Db,
  network: string,
  { burst, windowMs }: { burst: number; windowMs: number },
): Promise<number> {
  const longestMs = Math.max(LONGEST_QUEUE_MS, LONGEST_QUEUE_WINDOWS * windowMs)
  const rows = await db.$queryRaw<{ waitMs: number }[]>`
    INSERT INTO "RequestRate" AS rate ("network", "starts")
    VALUES (${network}, ARRAY[extract(epoch FROM clock_timestamp()) * 1000]::float8[])
    ON CONFLICT ("network") DO UPDATE SET "starts" = (
      SELECT CASE
        WHEN last > clock + ${longestMs}::float8 THEN ARRAY[clock]
        ELSE rate."starts"[greatest(1, size - ${burst}::int + 2):] || greatest(clock, last, oldest + ${windowMs}::float8)
      END
      FROM (
        SELECT
          extract(epoch FROM clock_timestamp())::float8 * 1000 AS clock,
          cardinality(rate."starts") AS size,
          rate."starts"[cardinality(rate."starts")] AS last,
          rate."starts"[cardinality(rate."starts") - ${burst}::int + 1] AS oldest
      ) AS known
    )
    RETURNING greatest(
      0,
      rate."starts"[cardinality(rate."starts")] - extract(epoch FROM clock_timestamp())::float8 * 1000
    )::float8 AS "waitMs"`
  return rows[0]?.waitMs ?? 0
}
