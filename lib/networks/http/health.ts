import type { Clock } from './clock.ts'
import type { Exchange } from './exchange.ts'
import { isUnreadable } from './upstream-error.ts'

export type NetworkHealth = {
  /** `retired` still answers, but only to say that it is gone. */
  state: 'answers' | 'unreachable' | 'read_only' | 'retired' | 'unknown'
  latencyMs: number | null
  lastGoodAt: string | null
  /** When the network was last asked anything, in milliseconds; null before the first time. */
  checkedAt: number | null
}

export type HealthWatch = {
  record: (exchange: Exchange) => void
  read: () => NetworkHealth
  /** Takes over what somebody else saw, if it is newer. */
  adopt: (seen: NetworkHealth) => void
}

/** What one exchange says of the network; `nothing` when it was an answer, but speaks of one thing alone. A refusal is good. */
export type Verdict = 'good' | 'nothing' | 'unreachable' | 'retired' | 'takes_no_writes'

/** Judges a network by the exchanges that happen anyway. */
export function watchHealth(clock: Clock): HealthWatch {
  let health: NetworkHealth = { state: 'unknown', latencyMs: null, lastGoodAt: null, checkedAt: null }
  let isWriteClosed = false

  return {
    read: () => health,
    record: (exchange) => {
      const now = clock.now()
      const verdict = judge(exchange)
      if (verdict === 'nothing') return
      if (verdict === 'unreachable' || verdict === 'retired') {
        const stays = health.state === 'retired' && exchange.error?.httpStatus != null
        health = { ...health, state: stays ? 'retired' : verdict, checkedAt: now }
        return
      }
      if (exchange.isWrite) isWriteClosed = verdict === 'takes_no_writes'
      const state = isWriteClosed ? 'read_only' : 'answers'
      const lastGoodAt = new Date(now).toISOString()
      health = { state, latencyMs: exchange.latencyMs, lastGoodAt, checkedAt: now }
    },
    adopt: (seen) => {
      if ((seen.checkedAt ?? 0) <= (health.checkedAt ?? 0)) return
      if (seen.state === 'answers' || seen.state === 'read_only') isWriteClosed = seen.state === 'read_only'
      health = { ...seen, lastGoodAt: later(health.lastGoodAt, seen.lastGoodAt) }
    },
  }
}

const later = (one: string | null, other: string | null) => ((one ?? '') > (other ?? '') ? one : other)

export function judge({ isWrite, error, path }: Exchange): Verdict {
  const status = error?.httpStatus ?? 0
  if (!error) return 'good'
  if ([405, 410, 501].includes(status) && path.includes('/v1/metadata-refreshes')) {
    return isWrite ? 'takes_no_writes' : 'good'
  }
  // A list that is gone or points elsewhere belongs to an API that has gone; a single thing may be gone by itself.
  const isElsewhere = status >= 300 && status < 400
  if (/\/v1\/(assets|collections)$/.test(path) && (isElsewhere || status === 404 || status === 410)) {
    return 'retired'
  }
  if (isUnreadable(error) || (isOneThing(path) && (isElsewhere || status === 500))) return 'nothing'
  return isElsewhere || ['network', 'timeout', 'server'].includes(error.kind) ? 'unreachable' : 'good'
}

const isOneThing = (path: string): boolean => /\/v1\/[^/]+\/./.test(path)
