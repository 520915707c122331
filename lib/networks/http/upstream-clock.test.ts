import { expect, test } from 'vitest'
import { createUpstreamClock, readServerTime } from './upstream-clock.ts'

const dated = (date: string, more: Record<string, string> = {}) => new Headers({ date, ...more })

test('default: the clock of the last dated answer runs on by itself', () => {
  let elapsed = 1_000
  const clock = createUpstreamClock(() => elapsed)
  expect(clock.now()).toBeNull()
  clock.note(dated('Sun, 22 Nov 2026 10:00:00 GMT'))
  elapsed += 90_500
  expect(clock.now()).toEqual(new Date('2026-11-22T10:01:30.500Z'))
  clock.note(new Headers())
  expect(clock.now()).toEqual(new Date('2026-11-22T10:01:30.500Z'))
  clock.note(dated('Sun, 22 Nov 2026 10:01:00 GMT'))
  expect(clock.now()).toEqual(new Date('2026-11-22T10:01:00Z'))
})

test('behavior: what a cache kept is as much older as it says; nonsense is no time', () => {
  const date = 'Sun, 22 Nov 2026 10:00:00 GMT'
  expect(readServerTime(dated(date, { age: '60' }))).toBe(Date.parse('2026-11-22T10:01:00Z'))
  expect(readServerTime(dated(date, { age: 'old' }))).toBe(Date.parse('2026-11-22T10:00:00Z'))
  expect(readServerTime(dated('yesterday'))).toBeNull()
})
