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
  // Goes on while the machine sleeps, which the process's own clock does not.
  monotonic: () => uptime() * 1_000,
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}
