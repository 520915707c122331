import type { Clock } from './clock.ts'

/** Resolves when the caller may send. Callers are served in the order in which they asked. */
export type Limiter = () => Promise<void>

/** At most `burst` starts within `windowMs`. */
export type Rate = { burst: number; windowMs: number }

/** Takes the next free start; gives how many milliseconds it lies ahead. */
export type ReserveStart = (rate: Rate) => number | Promise<number>

/** Longer than a second, because requests spaced here by 1,000 ms may arrive closer together. */
const ALONE = { secondMs: 1_050, lateMs: 40 }
/** With others on the same network, who keep their times as well as they can. */
const TOGETHER = { secondMs: 1_200, lateMs: 100 }
const MAX_TRIES = 5

/**
 * Lets at most `requestsPerSecond` requests start within any second; 0 means no limit, below 1 is a slow drip. All who
 * share what `reserve` takes from keep the rate together.
 */
export function createLimiter(requestsPerSecond: number, clock: Clock, reserve?: ReserveStart): Limiter {
  if (requestsPerSecond <= 0) return async () => {}
  const { secondMs, lateMs } = reserve ? TOGETHER : ALONE
  const burst = Math.max(1, Math.floor(requestsPerSecond))
  const rate = { burst, windowMs: (burst / requestsPerSecond) * secondMs }
  const take = reserve ?? reserveAlone(clock)

  return async () => {
    for (let tries = 1; ; tries++) {
      const askedAt = clock.monotonic()
      const waitMs = await take(rate)
      if (waitMs > 0) await clock.sleep(waitMs)
      // Who was held up or frozen has missed its start, and would come on top of those that follow.
      const isLate = clock.monotonic() > askedAt + waitMs + lateMs
      if (!isLate || tries === MAX_TRIES) return
    }
  }
}

function reserveAlone({ monotonic }: Clock): ReserveStart {
  const starts: number[] = []
  return ({ burst, windowMs }) => {
    const now = monotonic()
    const oldest = starts.length < burst ? Number.NEGATIVE_INFINITY : (starts.shift() ?? now)
    const start = Math.max(now, oldest + windowMs)
    starts.push(start)
    return start - now
  }
}
