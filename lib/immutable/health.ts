import type { Clock } from './clock.ts'
import type { Exchange } from './imx/client.ts'
import type { UpstreamError } from './upstream-error.ts'

export type NetworkHealth = {
  state: 'answers' | 'unreachable' | 'read_only' | 'unknown'
  latencyMs: number | null
  lastGoodAt: string | null
  /** When the network was last asked anything; null before the first time. */
  checkedAt: number | null
}

export type HealthWatch = { record: (exchange: Exchange) => void; read: () => NetworkHealth }

/** Judges a network by the exchanges that happen anyway. */
export function watchHealth(clock: Clock): HealthWatch {
  let health: NetworkHealth = { state: 'unknown', latencyMs: null, lastGoodAt: null, checkedAt: null }
  let isWriteClosed = false

  return {
    read: () => health,
    record: ({ isWrite, latencyMs, error, path }) => {
      const now = clock.now()
      if (isWrite) isWriteClosed = isClosed(error)
      if (error && isBad(error, path)) {
        health = { ...health, state: 'unreachable', checkedAt: now }
        return
      }
      const state = isWriteClosed ? 'read_only' : 'answers'
      health = { state, latencyMs, lastGoodAt: new Date(now).toISOString(), checkedAt: now }
    },
  }
}

/** How an API answers submissions that it no longer takes. */
function isClosed(error: UpstreamError | null): boolean {
  return [405, 410, 501].includes(error?.httpStatus ?? 0)
}

/** A refusal is an answer. A list that is "not found", or that points elsewhere, belongs to an API that has gone. */
function isBad(error: UpstreamError, path: string): boolean {
  const status = error.httpStatus ?? 0
  if (isClosed(error) && path.includes('/v1/metadata-refreshes')) return false
  if (['network', 'timeout', 'server', 'nonsense'].includes(error.kind)) return true
  return (status >= 300 && status < 400) || (status === 404 && /\/v1\/(assets|collections)$/.test(path))
}
