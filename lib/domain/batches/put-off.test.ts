import { expect, test } from 'vitest'
import { LONGEST_BACKOFF_MS, orderForSending } from './order-for-sending.ts'
import { backOff, putOffMs } from './put-off.ts'

const now = new Date('2026-11-24T14:00:00.000Z')
const facts = { httpStatus: 429, isWritten: true, isQuota: false, resetsAt: null }

test('default: a pause grows with the tries, and is as long as the other side asks for', () => {
  expect([putOffMs(1, null), putOffMs(3, null), putOffMs(1, 90)]).toEqual([2_000, 8_000, 90_000])
})

test('edge: who asks for a day is asked again in minutes, and never at once', () => {
  const outcome = backOff({ ...facts, retryAfterSeconds: 86_400 }, { isFirstUse: false, tries: 1, now })
  if (outcome.to !== 'planned') throw new Error('not planned')
  const { wait, notBefore } = outcome
  expect(notBefore?.getTime()).toBeLessThanOrEqual(now.getTime() + LONGEST_BACKOFF_MS)
  const batch = { refreshId: 'a', refreshNumber: 1, position: 1, wait, notBefore }
  expect(orderForSending([batch], now)).toEqual([])
})
