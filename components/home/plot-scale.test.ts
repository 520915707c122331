import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plotTicks } from './plot-scale.ts'

test('default: round steps that reach the highest value', () => {
  expect(plotTicks(15_044)).toEqual([0, 6_000, 12_000, 18_000])
  expect(plotTicks(100)).toEqual([0, 40, 80, 120])
  expect(plotTicks(1)).toEqual([0, 1, 2, 3])
  expect(plotTicks(0)).toEqual([0, 1, 2, 3])
})

test('behavior: no value is cut off, and no plot is mostly empty', () => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 1_000_000_000 }), (highest) => {
      const top = plotTicks(highest).at(-1) ?? 0
      expect(top).toBeGreaterThanOrEqual(highest)
      expect(top).toBeLessThanOrEqual(highest * 3)
    }),
  )
})
