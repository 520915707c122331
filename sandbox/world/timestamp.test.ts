import { expect, test } from 'vitest'
import { sortableTime, timestamp } from './timestamp.ts'

test('default: what happens later in the same millisecond is later, and trimmed fractions sort as times', () => {
  const times = Array.from({ length: 300 }, () => timestamp(1_795_338_277_120))
  const sortable = times.map(sortableTime)
  expect(new Set(times).size).toBe(300)
  expect(sortable).toEqual([...sortable].sort())
  expect(times.every((time) => /^2026-11-22T09:04:37\.12\d{0,4}Z$/.test(time))).toBe(true)
  const trimmed = [timestamp(1_000, 0), timestamp(1_120, 0), timestamp(1_123, 0), timestamp(1_130, 0)]
  expect(trimmed.map((time) => time.slice(17))).toEqual(['01Z', '01.12Z', '01.123Z', '01.13Z'])
  expect(trimmed.map(sortableTime).sort()).toEqual(trimmed.map(sortableTime))
})
