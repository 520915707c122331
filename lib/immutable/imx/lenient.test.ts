import { expect, test } from 'vitest'
import { LenientCount, LenientText } from './lenient.ts'

test('default: text and counts pass', () => {
  expect(LenientText.parse('Kestrel Relics')).toBe('Kestrel Relics')
  expect([LenientCount.parse(404), LenientCount.parse('404'), LenientCount.parse(undefined)]).toEqual([
    404,
    404,
    null,
  ])
})

test('behavior: what no column of a database could hold becomes something it can', () => {
  expect(LenientText.parse('a\0b\ud800')).toBe('a\uFFFDb\uFFFD')
  for (const count of [9_000_000_000, -1, '999999999999']) expect(LenientCount.parse(count)).toBeNull()
})
