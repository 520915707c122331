import type { UpstreamQuota } from '../upstream-error.ts'

/** Reads the limit headers; null unless all three are there and make sense. */
export function readQuota(headers: Headers): UpstreamQuota | null {
  const limit = readCount(headers.get('x-imx-refreshes-limit'))
  const remaining = readCount(headers.get('x-imx-remaining-refreshes'))
  const resetsAt = readReset(headers.get('x-imx-refresh-limit-reset'))
  if (limit === null || remaining === null || resetsAt === null) return null
  return { limit, remaining, resetsAt }
}

export function hasLimitHeaders(headers: Headers): boolean {
  return headers.has('x-imx-refreshes-limit') || headers.has('x-imx-remaining-refreshes')
}

function readCount(text: string | null): number | null {
  return text && /^\d{1,9}$/.test(text.trim()) ? Number(text) : null
}

/** Documented as a Unix timestamp, once as "expiry date": seconds, milliseconds and dates are understood. */
function readReset(text: string | null): string | null {
  if (!text) return null
  const number = Number(text)
  const date = Number.isNaN(number) ? new Date(text) : new Date(number > 1e11 ? number : number * 1_000)
  return Number.isNaN(date.getTime()) || date.getTime() <= 0 ? null : date.toISOString()
}
