import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatCount, formatShare, partOf, percent, plural } from './count.ts'

test('default: thousands are parted and only one is singular', () => {
  expect(formatCount(1234567)).toBe('1,234,567')
  expect([0, 1, 2000].map((count) => plural(count, 'token'))).toEqual(['0 tokens', '1 token', '2,000 tokens'])
  expect(plural(2, 'batch', 'batches')).toBe('2 batches')
  expect([partOf(0, 1, 'token'), partOf(1, 60, 'token')]).toEqual(['0 of 1 token', '1 of 60 tokens'])
})

test('boundary: nothing of nothing is 0 %', () => {
  expect(percent(0, 0)).toBe(0)
})

test('boundary: a share is never called all or none when it is not', () => {
  expect(formatShare(9_361, 10_000)).toBe('93.6%')
  expect([formatShare(0, 0), formatShare(0, 7), formatShare(7, 7)]).toEqual(['0%', '0%', '100%'])
  expect([formatShare(99_999, 100_000), formatShare(1, 100_000)]).toEqual(['99.9%', 'under 0.1%'])
})

test('behavior: 100 % is said exactly when all are done', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(), (whole, seed) => {
      const part = seed % (whole + 1)
      expect(percent(part, whole) === 100).toBe(part === whole)
    }),
  )
})
