import { isKnownTime } from '../../../core/read-time.ts'
import type { HeaderReader } from '../../http/raw/raw-headers.ts'
import { readServerTime } from '../../http/upstream-clock.ts'
import type { UpstreamQuota } from '../../http/upstream-error.ts'

/** What the seconds of a Date header and the way here explain; clocks further apart disagree. */
const SAME_CLOCK_MS = 2_000

/** Reads the limit headers; null unless all three are there and make sense. The reset comes out by our clock. */
export function readQuota(headers: HeaderReader, receivedAt: number): UpstreamQuota | null {
  const limit = readCount(headers.get('x-imx-refreshes-limit'))
  const remaining = readCount(headers.get('x-imx-remaining-refreshes'))
  const resetsAt = readReset(headers.get('x-imx-refresh-limit-reset'))
  if (limit === null || remaining === null || resetsAt === null) return null
  const ahead = receivedAt - (readServerTime(headers) ?? receivedAt)
  const shift = Math.abs(ahead) > SAME_CLOCK_MS ? ahead : 0
  const ours = resetsAt + shift
  return isKnownTime(ours) ? { limit, remaining, resetsAt: new Date(ours).toISOString() } : null
}

export function hasLimitHeaders(headers: HeaderReader): boolean {
  return headers.has('x-imx-refreshes-limit') || headers.has('x-imx-remaining-refreshes')
}

const LATEST = Date.parse('9000-01-01')

function readCount(text: string | null): number | null {
  return text && /^\d{1,9}$/.test(text.trim()) ? Number(text) : null
}

/** Documented as a Unix timestamp, once as "expiry date": seconds, milliseconds and dates are understood. */
function readReset(text: string | null): number | null {
  if (!text) return null
  const number = Number(text)
  const time = Number.isNaN(number) ? Date.parse(text) : number > 1e11 ? number : number * 1_000
  return time > 0 && time < LATEST ? Math.trunc(time) : null
}
