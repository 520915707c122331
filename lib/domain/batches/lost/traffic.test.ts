import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isQuiet, type Traffic, trafficSince } from './traffic.ts'

const calm: Traffic = { begun: 3, underWay: 0, lostIds: ['a', 'b'] }

test('default: nothing under way, nothing begun, nothing resolved', () => {
  expect(isQuiet(calm, { ...calm })).toBe(true)
})

test('behavior: a request that was under way at either end, or wholly in between', () => {
  expect(isQuiet({ ...calm, underWay: 1 }, calm)).toBe(false)
  expect(isQuiet(calm, { ...calm, underWay: 1 })).toBe(false)
  expect(isQuiet(calm, { ...calm, begun: 4 })).toBe(false)
})

test('behavior: another one that was lost or resolved meanwhile', () => {
  expect(isQuiet(calm, { ...calm, lostIds: ['a'] })).toBe(false)
  expect(isQuiet(calm, { ...calm, lostIds: ['a', 'b', 'c'] })).toBe(false)
  expect(isQuiet(calm, { ...calm, lostIds: ['a', 'c'] })).toBe(false)
})

test('behavior: quiet is only what reads the same twice, with nothing under way', () => {
  const traffic = fc.record({
    begun: fc.nat(2),
    underWay: fc.nat(1),
    lostIds: fc.subarray(['a', 'b']),
  })
  fc.assert(
    fc.property(traffic, traffic, (before, after) => {
      const isSame = JSON.stringify(before) === JSON.stringify(after)
      expect(isQuiet(before, after)).toBe(isSame && after.underWay === 0)
    }),
  )
})

test('default: requests are counted from the day before on', () => {
  for (const now of ['2026-11-24T00:00:00.000Z', '2026-11-24T23:59:59.999Z'])
    expect(trafficSince(new Date(now)).toISOString()).toBe('2026-11-23T00:00:00.000Z')
})
