import { describe, expect, test } from 'vitest'
import { readPart } from './read-part.ts'

const max = String(2n ** 256n - 1n)
const id = (text: string) => ({ kind: 'id', id: text })
const range = (first: string, last: string) => ({ kind: 'range', first, last })

describe('readPart', () => {
  test.each([
    ['17', id('17')],
    ['0', id('0')],
    [max, id(max)],
    ['#17', id('17')],
    ['"17"', id('17')],
    ['“17”', id('17')],
    ['="17"', id('17')],
    [' 17\u00a0', id('17')],
    ['\u200b17', id('17')],
    ['17\u200b', id('17')],
    ['\u200e17', id('17')],
    ['\u206017\ufeff', id('17')],
    ['１７', id('17')],
    ['100-250', range('100', '250')],
    ['#100 – #250', range('100', '250')],
    [`${BigInt(max) - 1n}-${max}`, range(String(BigInt(max) - 1n), max)],
  ])('default: %j', (text, part) => {
    expect(readPart(text)).toEqual(part)
  })

  test.each([
    ['1,017', 'thousands', id('1017')],
    ['1,234,567', 'thousands', id('1234567')],
    ["1'017", 'thousands', id('1017')],
    ['1’017', 'thousands', id('1017')],
    ['1.017', 'thousands', id('1017')],
    ['1_017', 'thousands', id('1017')],
    ['1 017', 'thousands', id('1017')],
    ['1\u00a0023', 'thousands', id('1023')],
    ['1\u202f031', 'thousands', id('1031')],
    ['1,100-2,100', 'thousands', range('1100', '2100')],
    ['007', 'zeros', id('7')],
    ['００７', 'zeros', id('7')],
    [`57896044618658100${'0'.repeat(60)}`, 'rounded', id(`57896044618658100${'0'.repeat(60)}`)],
    ['12345678901234567000000', 'rounded', id('12345678901234567000000')],
  ])('behavior: %j is doubtful: %s', (text, doubt, reading) => {
    expect(readPart(text)).toEqual({ kind: 'doubt', doubt, text: text.trim(), reading, apart: null })
  })

  test.each([
    ['5.789E+76', 'A spreadsheet'],
    ['5,789E+76', 'A spreadsheet'],
    ['8e21', 'A spreadsheet'],
    [String(BigInt(max) + 1n), 'Larger'],
    [`${max}0`, 'Larger'],
    ['-5', 'Token ids are never negative.'],
    ['1.5', 'Token ids are whole'],
    ['17.', 'Token ids are whole'],
    ['1,234.5', 'Token ids are whole'],
    ['0x1f', 'This is hexadecimal.'],
    [`0x${'1'.repeat(40)}`, 'This is an address'],
    ['1\u200b7', 'There is an invisible character'],
    ['١٧', 'These digits are from another script.'],
    ['250-100', 'The range ends'],
    ['0-100000', 'A range can contain'],
    ['2023-11-14', 'Not a token id.'],
    ['1,23', 'Not a token id.'],
    ['1,0170', 'Not a token id.'],
    ['17 23', 'Not a token id.'],
    ['Season 3', 'Not a token id.'],
    ['17'.repeat(200), 'Not a token id.'],
  ])('error: %j: %s', (text, why) => {
    expect(readPart(text)).toMatchObject({ kind: 'fault', text, why: expect.stringMatching(`^${why}`) })
  })

  test('boundary: round numbers that people choose are no doubt', () => {
    for (const text of ['1000000000000000000000000', '123000', `1${'0'.repeat(76)}`]) {
      expect(readPart(text)).toEqual(id(text))
    }
  })
})
