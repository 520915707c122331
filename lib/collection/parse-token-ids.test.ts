import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseTokenIds } from './parse-token-ids.ts'
import { isTokenId } from './token-id.ts'

const max = String(2n ** 256n - 1n)

describe('parseTokenIds', () => {
  test('default: commas, spaces, lines, hashes, quotes, JSON and ranges', () => {
    const text = '1, 2;3\t#4\r\n"5" \'6\'\n["7","8"]\n\n10-12 #20–#21 30 - 32\n'
    expect(parseTokenIds(text)).toEqual({
      ids: ['1', '2', '3', '4', '5', '6', '7', '8', '10', '11', '12', '20', '21', '30', '31', '32'],
      lines: [1, 1, 1, 1, 2, 2, 3, 3, 5, 5, 5, 5, 5, 5, 5, 5],
      duplicates: [],
      duplicateCount: 0,
      malformed: [],
      malformedCount: 0,
      tooMany: 0,
    })
  })

  test('behavior: duplicates and malformed pieces are told with their line', () => {
    const report = parseTokenIds(`token_id\n1\n1.5e+21\n1\n3-1\n${max}0\n-5\n1.5\n0x1f\n1,000`)
    expect(report.ids).toEqual(['1'])
    expect(report.duplicates).toEqual([
      { text: '1', line: 4 },
      { text: '1', line: 10 },
    ])
    expect(
      report.malformed.map(({ text, line, why }) => [line, text.slice(0, 9), why.split(' ')[0]]),
    ).toEqual([
      [1, 'token_id', 'Not'],
      [3, '1.5e+21', 'Scientific'],
      [5, '3-1', 'The'],
      [6, `${max}0`.slice(0, 9), 'Larger'],
      [7, '-5', 'Token'],
      [8, '1.5', 'Token'],
      [9, '0x1f', 'Hexadecimal.'],
      [10, '000', 'Token'],
    ])
  })

  test('boundary: the largest id, the longest range, the limit', () => {
    expect(parseTokenIds(`${BigInt(max) - 1n}-${max}`).ids).toEqual([String(BigInt(max) - 1n), max])
    expect(parseTokenIds('1-100000')).toMatchObject({ tooMany: 0, malformedCount: 0, duplicateCount: 0 })
    expect(parseTokenIds('0-100000').malformed[0]?.why).toMatch(/at most 100,000/)
    const over = parseTokenIds('1-10000\n1-10000\n20000-20004', 10_000)
    expect([over.ids.length, over.duplicateCount, over.duplicates.length, over.tooMany]).toEqual([
      10_000, 10_000, 1_000, 5,
    ])
  })

  test('behavior: a hundred thousand lines, and ranges meant to freeze the page, stay bounded', () => {
    const ids = Array.from({ length: 100_000 }, (_, index) => String(index))
    expect(parseTokenIds(ids.join('\n'), 100_000).ids).toEqual(ids)
    const hostile = parseTokenIds('1-10000\n'.repeat(100_000))
    expect(hostile.duplicateCount + hostile.ids.length).toBeLessThanOrEqual(200_000)
    expect(hostile.malformedCount).toBeGreaterThan(99_000)
  })

  const id = fc.bigInt({ min: 0n, max: BigInt(max) }).map(String)
  const separator = fc.constantFrom(',', ', ', ' ', '\n', '\r\n', ';', '\t', ' #', '","')

  test('property: every valid id comes out once, in order, whatever stands between', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(id, separator)), (pairs) => {
        const report = parseTokenIds(pairs.flat().join(''))
        expect(report.ids).toEqual([...new Set(pairs.map(([value]) => value))])
        expect(report.ids.length + report.duplicateCount).toBe(pairs.length)
      }),
    )
  })

  test('property: any text at all yields only token ids, and never throws', () => {
    const soup = fc.string({ unit: fc.constantFrom(...'0123456789-–#,e.+x \n"') })
    fc.assert(
      fc.property(fc.oneof(soup, fc.string()), (text) => {
        expect(parseTokenIds(text).ids.every(isTokenId)).toBe(true)
      }),
    )
  })
})
