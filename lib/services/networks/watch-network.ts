import 'server-only'
import type { Database } from '../../db/connection/open-database.ts'
import { findNetworkHealth, type StoredHealth, saveNetworkHealth } from '../../db/networks/network-health.ts'
import { type Breaker, createBreaker } from '../../networks/http/breaker.ts'
import type { Clock } from '../../networks/http/clock.ts'
import type { Exchange } from '../../networks/http/exchange.ts'
import { judge, type NetworkHealth, watchHealth } from '../../networks/http/health.ts'

const SAVE_MS = 10_000
const POLL_MS = 2_000
const FIRST_HOLD_MS = 60_000
const LONGEST_HOLD_MS = 60 * 60_000

export type NetworkWatch = {
  breaker: Breaker
  /** Before the first request: takes up what was known before a restart. */
  prepare: () => Promise<void>
  record: (exchange: Exchange) => void
  readHealth: () => Promise<NetworkHealth>
  /** How long no submission makes sense, because the network said that it takes none; 0 when it may. */
  writesHeldForMs: () => number
}

/** Follows what becomes of the requests to a network. With a database it is known after a restart, and everywhere. */
export function watchNetwork(network: string, clock: Clock, db: Database['prisma'] | null): NetworkWatch {
  const health = watchHealth(clock)
  const breaker = createBreaker(clock.monotonic)
  let saved = { state: '', openings: 0, at: Number.NEGATIVE_INFINITY }
  let polledAt = Number.NEGATIVE_INFINITY
  let loading: Promise<void> | undefined
  let closedWrites = 0
  let heldUntil = 0

  // What cannot be read or kept is only a memory of what the next requests show anyway.
  const readState = async () => {
    if (!db || clock.monotonic() - polledAt < POLL_MS) return
    polledAt = clock.monotonic()
    const seen = await findNetworkHealth(db, network).catch(() => null)
    if (seen) health.adopt(toHealth(seen))
  }
  const load = async () => {
    const seen = db && (await findNetworkHealth(db, network).catch(() => null))
    if (!seen) return
    health.adopt(toHealth(seen))
    if (seen.openUntil) breaker.resume(seen.openings, seen.openUntil.getTime() - clock.now())
  }
  const save = () => {
    const { state, latencyMs, lastGoodAt, checkedAt } = health.read()
    const openings = breaker.openings()
    const isNews = state !== saved.state || openings !== saved.openings
    if (!db || checkedAt === null || (!isNews && clock.monotonic() - saved.at < SAVE_MS)) return
    saved = { state, openings, at: clock.monotonic() }
    void saveNetworkHealth(db, network, {
      state,
      latencyMs,
      lastGoodAt: lastGoodAt === null ? null : new Date(lastGoodAt),
      checkedAt: new Date(checkedAt),
      openUntil: openings > 0 ? new Date(clock.now() + breaker.openForMs()) : null,
      openings,
    }).catch(() => {})
  }
  const countClosedWrite = (exchange: Exchange) => {
    if (judge(exchange) !== 'takes_no_writes') {
      if (exchange.isWrite && !exchange.error) closedWrites = 0
      return
    }
    heldUntil = clock.monotonic() + Math.min(FIRST_HOLD_MS * 2 ** Math.min(closedWrites, 30), LONGEST_HOLD_MS)
    closedWrites += 1
  }
  const prepare = () => {
    loading ??= load()
    return loading
  }

  return {
    breaker,
    prepare,
    record: (exchange) => {
      health.record(exchange)
      countClosedWrite(exchange)
      save()
    },
    readHealth: async () => {
      await prepare()
      await readState()
      return health.read()
    },
    writesHeldForMs: () => (closedWrites === 0 ? 0 : Math.max(0, heldUntil - clock.monotonic())),
  }
}

function toHealth({ state, latencyMs, lastGoodAt, checkedAt }: StoredHealth): NetworkHealth {
  return {
    state,
    latencyMs,
    lastGoodAt: lastGoodAt?.toISOString() ?? null,
    checkedAt: checkedAt.getTime(),
  }
}
