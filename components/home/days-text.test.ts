import { expect, test } from 'vitest'
import { dayNames, daysText, sumDays } from './days-text.ts'

const day = (from: string, refreshed: number, failed: number) => ({ from, refreshed, failed })
const days = [
  day('2026-11-28T23:00:00.000Z', 12_000, 40),
  day('2026-11-29T23:00:00.000Z', 0, 0),
  day('2026-11-30T23:00:00.000Z', 1, 0),
]

test('default: days are called by their names in the zone, the last one today', () => {
  expect(dayNames(days, 'Europe/Berlin')).toEqual(['Sun', 'Mon', 'Today'])
  expect(daysText(days, 'Europe/Berlin')).toBe(
    'Sun 12,000 refreshed, 40 failed; Mon 0 refreshed, 0 failed; Today 1 refreshed, 0 failed',
  )
})

test('default: totals and the share that succeeded', () => {
  expect(sumDays(days)).toEqual({ refreshed: 12_001, failed: 40, share: '99.6%' })
})

test('boundary: all but one is not all, and of nothing there is no share', () => {
  expect(sumDays([day('2026-11-30T00:00:00.000Z', 99_999, 1)]).share).toBe('99.9%')
  expect(sumDays([day('2026-11-30T00:00:00.000Z', 5, 0)]).share).toBe('100%')
  expect(sumDays([day('2026-11-30T00:00:00.000Z', 0, 0)]).share).toBeNull()
})
