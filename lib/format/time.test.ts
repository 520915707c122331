import { expect, test } from 'vitest'
import {
  formatAge,
  formatCountdown,
  formatDay,
  formatDuration,
  formatExact,
  formatRelative,
  formatSpan,
} from './time.ts'

const now = new Date(2026, 10, 24, 14, 30, 0)
const before = (seconds: number) => new Date(now.getTime() - seconds * 1000).toISOString()
const DAY = 86_400

test('default: the exact time is in UTC whatever the zone of the reader', () => {
  expect(formatExact('2026-11-24T14:14:22.900+01:00')).toBe('2026-11-24 13:14:22 UTC')
})

test('boundary: a time is relative up to seven days and a date after', () => {
  expect([0, 4, 5, 59, 60, 3_600, DAY].map((age) => formatRelative(before(age), now))).toEqual([
    'just now',
    'just now',
    '5 s ago',
    '59 s ago',
    '1 min ago',
    '1 h ago',
    '1 d ago',
  ])
  expect(formatRelative(before(7 * DAY - 1), now)).toBe('6 d ago')
  expect(formatRelative(before(7 * DAY), now)).toBe('17 Nov')
  expect(formatRelative(before(365 * DAY), now)).toBe('24 Nov 2025')
})

test('default: an age is the same time in fewer letters', () => {
  expect([0, 59, 180, 3_600, 7 * DAY].map((age) => formatAge(before(age), now))).toEqual([
    'just now',
    '59 s',
    '3 min',
    '1 h',
    '17 Nov',
  ])
})

test('behavior: a clock that runs behind the desk sees no time in the future', () => {
  expect(formatRelative(before(-90), now)).toBe('just now')
})

test('boundary: a duration is one unit, rounded down', () => {
  expect([-1, 0.9, 59.9, 60, 3_599, 3_600, DAY - 1, DAY].map(formatDuration)).toEqual([
    '0 s',
    '0 s',
    '59 s',
    '1 min',
    '59 min',
    '1 h',
    '23 h',
    '1 d',
  ])
})

test('boundary: a countdown ends at nought and shows hours only when there are any', () => {
  expect([-3, 0.2, 2_032, 3_600, 3_723].map(formatCountdown)).toEqual([
    '00:00',
    '00:01',
    '33:52',
    '1:00:00',
    '1:02:03',
  ])
})

test('behavior: days change at midnight, not after 24 hours', () => {
  const at = (day: number, hour: number) => new Date(2026, 10, day, hour).toISOString()
  expect(formatDay(at(24, 0), now)).toBe('Today')
  expect(formatDay(at(23, 23), now)).toBe('Yesterday')
  expect(formatDay(at(20, 12), now)).toBe('Fri 20 Nov')
})

test('boundary: a time that grows names its two largest units, without a zero', () => {
  const spans = [-3, 0, 14, 60, 134, 3_600, 3_659, 3_900, DAY, DAY + 3 * 3_600].map(formatSpan)
  expect(spans).toEqual([
    '0 s',
    '0 s',
    '14 s',
    '1 min',
    '2 min 14 s',
    '1 h',
    '1 h',
    '1 h 5 min',
    '1 d',
    '1 d 3 h',
  ])
})
