import type { Clock } from './clock.ts'

/** A window a little longer than a second: requests spaced here by 1,000 ms may arrive closer together. */
const WINDOW_MS = 1_050

/** Resolves when the caller may send. Callers are served in the order in which they asked. */
export type Limiter = () => Promise<void>

/** Lets at most `requestsPerSecond` requests start within any second; 0 means no limit, below 1 is a slow drip. */
export function createLimiter(requestsPerSecond: number, clock: Clock): Limiter {
  if (requestsPerSecond <= 0) return async () => {}
  const burst = Math.max(1, Math.floor(requestsPerSecond))
  const windowMs = (burst / requestsPerSecond) * WINDOW_MS
  const starts: number[] = []

  return async () => {
    const now = clock.now()
    const oldest = starts.length < burst ? Number.NEGATIVE_INFINITY : (starts.shift() ?? now)
    const start = Math.max(now, oldest + windowMs)
    starts.push(start)
    if (start > now) await clock.sleep(start - now)
  }
}
