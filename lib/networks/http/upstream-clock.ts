import { isKnownTime } from '../../core/read-time.ts'
import type { HeaderReader } from './raw/raw-headers.ts'

export type UpstreamClock = {
  /** Takes the time from an answer, if it carries one. */
  note: (headers: HeaderReader) => void
  /** The network's time now; null before its first answer that carried a date. */
  now: () => Date | null
}

/** The network's clock, kept going between its answers by a clock that nobody sets, whatever happens to ours. */
export function createUpstreamClock(monotonic: () => number): UpstreamClock {
  let last: { time: number; at: number } | null = null
  return {
    note: (headers) => {
      const time = readServerTime(headers)
      if (time !== null) last = { time, at: monotonic() }
    },
    now: () => last && new Date(last.time + monotonic() - last.at),
  }
}

/** When the network answered, by its own clock, in milliseconds: what a cache kept is as much older as it says. */
export function readServerTime(headers: HeaderReader): number | null {
  const sent = Date.parse(headers.get('date') ?? '')
  const age = headers.get('age') ?? ''
  const time = sent + (/^\d{1,7}$/.test(age) ? Number(age) * 1_000 : 0)
  return isKnownTime(time) ? time : null
}

/** The same as text. */
export function readServerDate(headers: HeaderReader): string | null {
  const time = readServerTime(headers)
  return time === null ? null : new Date(time).toISOString()
}
