import { expect, test } from 'vitest'
import { sortableTime, timestamp } from './timestamp.ts'

const MS = 1_795_338_277_120

test('default: what happens later is later, however much of it in one millisecond and wherever the clock goes', () => {
  const clock = [...Array.from({ length: 3_000 }, () => MS), MS - 1, MS - 60_000, MS, MS + 10, MS + 10.9]
  const times = clock.map((ms) => timestamp(ms))
  const sortable = times.map(sortableTime)
  expect(new Set(times).size).toBe(clock.length)
  expect(sortable).toEqual(sortable.toSorted())
  expect(times[0]).toMatch(/^2026-11-22T09:04:37\.12\d{0,4}Z$/)
  expect(times.at(-1)).toMatch(/^2026-11-22T09:04:37\.13\d{0,4}Z$/)
})

test('boundary: zeros at the end of a fraction are trimmed, and such times sort as times', () => {
  const at = [1_000, 1_120, 1_123, 1_130, 1_999].map((ms) => timestamp(ms, 0))
  expect(at.map((time) => time.slice(17))).toEqual(['01Z', '01.12Z', '01.123Z', '01.13Z', '01.999Z'])
  expect(timestamp(1_000, 40)).toBe('1970-01-01T00:00:01.00004Z')
  expect(at.map(sortableTime).toSorted()).toEqual(at.map(sortableTime))
})
