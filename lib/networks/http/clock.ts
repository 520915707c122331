import { uptime } from 'node:os'

/** Time as the upstream clients see it, so that tests need not wait. */
export type Clock = {
  now: () => number
  /** Milliseconds that only ever grow, from an unnamed start: what a clock that is set does not change. */
  monotonic: () => number
  sleep: (ms: number) => Promise<void>
}

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: createUptimeClock(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}

const ASKED_EVERY_MS = 20

/**
 * The machine's uptime, which goes on while it sleeps, and the process's own clock does not. Asking for it reads a file,
 * a sixth of what a forwarded request costs, so the process's own clock carries it for a moment.
 */
export function createUptimeClock(uptimeMs = () => uptime() * 1_000, own = () => performance.now()) {
  let ahead = Number.NEGATIVE_INFINITY
  let askedAt = Number.NEGATIVE_INFINITY
  return (): number => {
    const at = own()
    if (at - askedAt >= ASKED_EVERY_MS) {
      askedAt = at
      // The uptime comes in hundredths of a second: whoever believed a rounded one would go back.
      ahead = Math.max(ahead, uptimeMs() - at)
    }
    return at + ahead
  }
}
