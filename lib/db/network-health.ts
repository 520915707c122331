import 'server-only'
import { z } from 'zod'
import type { Db } from './client.ts'

const KnownState = z.enum(['answers', 'unreachable', 'read_only', 'retired', 'unknown']).catch('unknown')

/** What was last seen of a network, by whichever instance saw it. */
export type StoredHealth = {
  state: z.infer<typeof KnownState>
  latencyMs: number | null
  lastGoodAt: Date | null
  checkedAt: Date
  /** Nobody asks before this. */
  openUntil: Date | null
  /** How often in a row asking was stopped. */
  openings: number
}

export async function findNetworkHealth(db: Db, network: string): Promise<StoredHealth | null> {
  const row = await db.networkHealth.findUnique({ where: { network } })
  if (!row?.checkedAt) return null
  const { latencyMs, lastGoodAt, checkedAt, openUntil, failures } = row
  return {
    state: KnownState.parse(row.state),
    latencyMs,
    lastGoodAt,
    checkedAt,
    openUntil,
    openings: failures,
  }
}

/** Keeps what is newer: several instances see the same network. */
export async function saveNetworkHealth(db: Db, network: string, seen: StoredHealth): Promise<void> {
  const { state, latencyMs, lastGoodAt, checkedAt, openUntil, openings } = seen
  const latency = latencyMs === null ? null : Math.round(latencyMs)
  await db.$executeRaw`
    INSERT INTO "NetworkHealth" AS known
      ("network", "state", "latencyMs", "lastGoodAt", "checkedAt", "openUntil", "failures")
    VALUES (${network}, ${state}, ${latency}::int, ${lastGoodAt}::timestamp(3), ${checkedAt}::timestamp(3), ${openUntil}::timestamp(3), ${openings}::int)
    ON CONFLICT ("network") DO UPDATE SET
      "state" = EXCLUDED."state",
      "latencyMs" = EXCLUDED."latencyMs",
      "lastGoodAt" = greatest(known."lastGoodAt", EXCLUDED."lastGoodAt"),
      "checkedAt" = EXCLUDED."checkedAt",
      "openUntil" = EXCLUDED."openUntil",
      "failures" = EXCLUDED."failures"
    WHERE known."checkedAt" IS NULL OR known."checkedAt" <= EXCLUDED."checkedAt"`
}
