import type { Clock } from './clock.ts'

export type UpstreamClock = {
  /** Takes the time from an answer's `Date`. */
  read: (headers: Headers) => void
  /** The network's time now; null before its first answer that carried a date. */
  now: () => Date | null
}

/** The network's clock, kept going between its answers whatever happens to ours. */
export function createUpstreamClock(clock: Clock): UpstreamClock {
  let last: { date: number; at: number } | null = null
  return {
    read: (headers) => {
      const date = Date.parse(headers.get('date') ?? '')
      if (!Number.isNaN(date)) last = { date, at: clock.monotonic() }
    },
    now: () => last && new Date(last.date + clock.monotonic() - last.at),
  }
}
