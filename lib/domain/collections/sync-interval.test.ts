import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPlace, writePlace } from './expand-place-schema.ts'
import { newestChange, syncFrom, syncIntervalMs } from './sync-interval.ts'

const now = new Date('2026-11-24T14:26:00Z')
const times = fc.array(fc.option(fc.date({ min: new Date(0), noInvalidDate: true })))

test('behavior: the newest change never lies in the future, and never goes back', () => {
  fc.assert(
    fc.property(times, times, (first, second) => {
      const before = newestChange(null, first, now)
      const after = newestChange(before, second, now)
      if (before) expect(Number(after)).toBeGreaterThanOrEqual(Number(before))
      expect(Number(after)).toBeLessThanOrEqual(now.getTime())
      for (const time of [...first, ...second]) {
        if (time && time <= now) expect(Number(after)).toBeGreaterThanOrEqual(Number(time))
      }
    }),
  )
})

test('behavior: a bring-up begins before the newest change, a first walk at the beginning', () => {
  expect(syncFrom(null)).toBe(null)
  expect(Number(syncFrom(now))).toBeLessThan(now.getTime())
})

test('behavior: walking takes half of the rate, and all of it where there is no limit', () => {
  expect([5, 0.5, 0].map(syncIntervalMs)).toEqual([400, 4_000, 0])
})

test('behavior: a place is read as it was written, and one of an older version too', () => {
  const place = fc.record({
    cursor: fc.option(fc.string()),
    pages: fc.nat(),
    mark: fc.option(fc.string()),
    waiting: fc.array(fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }).map(String)),
    leftOut: fc.nat(),
  })
  fc.assert(
    fc.property(place, (one) => {
      expect(readPlace(writePlace(one))).toEqual(one)
    }),
  )
  const start = { cursor: null, pages: 0, mark: null, waiting: [], leftOut: 0 }
  expect(readPlace(null)).toEqual(start)
  expect(readPlace('{"cursor":"c","waiting":["1"]}')).toEqual({ ...start, cursor: 'c', waiting: ['1'] })
})
