import { expect, test } from 'vitest'
import { sortableTime, timestamp } from './timestamp.ts'

test('boundary: zeros at the end of a fraction are trimmed, and such times sort as times', () => {
  const at = [1_000, 1_120, 1_123, 1_130, 1_999].map((ms) => timestamp(ms, 0))
  expect(at.map((time) => time.slice(17))).toEqual(['01Z', '01.12Z', '01.123Z', '01.13Z', '01.999Z'])
  expect(timestamp(1_000, 40)).toBe('1970-01-01T00:00:01.00004Z')
  expect(at.map(sortableTime).toSorted()).toEqual(at.map(sortableTime))
})
