import { expect, test } from 'vitest'
import { formatClock } from '@/lib/format/time.ts'
import { retryPriceText } from './retry-price-text.ts'

const resetsAt = '2026-11-24T15:00:00.000Z'
const quota = (remaining: number | null) => ({ limit: 20, remaining, resetsAt, seenAt: null })
const after = `more after ${formatClock(resetsAt)}`

test.each([
  [1, null, '1 request, quota not known yet'],
  [1, 12, '1 of 12 requests'],
  [1, 1, '1 of 1 request'],
  [1, 0, `1 request; none left now, ${after}`],
  [3, 2, `3 requests; only 2 left now, ${after}`],
])('default: %d requests of %s left are "%s"', (requests, remaining, words) => {
  expect(retryPriceText(requests, quota(remaining))).toBe(words)
})
