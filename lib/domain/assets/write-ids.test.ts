import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idsOf } from './id-list/test-read-text.ts'
import { writeIds } from './write-ids.ts'

test('default: one per line, by commas, and what follows on each other as a range', () => {
  const ids = ['1', '2', '4', '5', '6', '9']
  expect(writeIds(ids, 'lines')).toBe('1\n2\n4\n5\n6\n9')
  expect(writeIds(ids, 'commas')).toBe('1, 2, 4, 5, 6, 9')
  expect(writeIds(ids, 'ranges')).toBe('1, 2, 4-6, 9')
})

test('boundary: none, and numbers above 2^53 keep their digits', () => {
  expect(writeIds([], 'ranges')).toBe('')
  const near = ['9007199254740991', '9007199254740992', '9007199254740993']
  expect(writeIds(near, 'ranges')).toBe('9007199254740991-9007199254740993')
})

test('behavior: each form reads back as the same ids', () => {
  const sorted = fc
    .uniqueArray(fc.bigInt({ min: 0n, max: 300n }), { minLength: 1, maxLength: 60 })
    .map((ids) => ids.sort((one, other) => Number(one - other)).map(String))
  fc.assert(
    fc.property(
      sorted,
      fc.constantFrom('lines' as const, 'commas' as const, 'ranges' as const),
      (ids, form) => {
        expect(idsOf(writeIds(ids, form))).toEqual(ids)
      },
    ),
  )
})
