import 'server-only'
import type { NetworkState } from '../../domain/networks/network-card.ts'
import type { Db } from '../connection/client.ts'

/** What was last seen of a network, by whichever instance saw it. */
export type StoredHealth = {
  state: Exclude<NetworkState, 'off'>
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
    state: row.state,
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
    VALUES (${network}, ${state}::"NetworkState", ${latency}::int, ${lastGoodAt}::timestamptz, ${checkedAt}::timestamptz, ${openUntil}::timestamptz, ${openings}::int)
    ON CONFLICT ("network") DO UPDATE SET
      "state" = EXCLUDED."state",
      "latencyMs" = EXCLUDED."latencyMs",
      "lastGoodAt" = greatest(known."lastGoodAt", EXCLUDED."lastGoodAt"),
      "checkedAt" = EXCLUDED."checkedAt",
      "openUntil" = EXCLUDED."openUntil",
      "failures" = EXCLUDED."failures"
    WHERE known."checkedAt" IS NULL OR known."checkedAt" <= EXCLUDED."checkedAt"`
}
