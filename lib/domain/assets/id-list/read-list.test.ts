import { describe, expect, test } from 'vitest'
import { readIds } from './read-ids.ts'
import { idsOf, lastOf, readText, recognise } from './test-read-text.ts'

/** Why which texts of which lines were refused. */
const refused = (text: string) =>
  readText(text)?.refusals.flatMap(({ why, places }) => places.map((place) => [place.at, place.text, why]))

describe('a list', () => {
  test('default: commas, spaces, lines, hashes, quotes, brackets and ranges', () => {
    const report = readText('1, 2;3\t#4\r\n"5" \'6\'\n["7","8"]\n\n10-12 #20–#21 30 - 32\n')
    expect(report?.ids.join(' ')).toBe('1 2 3 4 5 6 7 8 10 11 12 20 21 30 31 32')
    expect(report?.places).toEqual([1, 1, 1, 1, 2, 2, 3, 3, 5, 5, 5, 5, 5, 5, 5, 5])
    expect(report).toMatchObject({ duplicateCount: 0, refusedCount: 0, rangeCount: 3, questions: [] })
  })

  test.each([
    ['17,\n23,\n31,'],
    ['17 23 31'],
    ['17;23;31'],
    ['17|23|31'],
    ['- 17\n- 23\n* 31'],
    ['(17, 23, 31)'],
    ['[17, 23,\n31,]'],
    ["['17', '23', '31']"],
    ['1. 17\n2. 23\n3) 31'],
    ['\n 9. 17\n\n10. 23\n11.\t31'],
    ['\u200b17\n23\u200b\n\u200e31\n'],
    ['\ufeff17\r23\r31'],
    ['１７、２３，３１'],
    ['Token ID\n17\n23\n31'],
    ['"token_id"\r\n"17"\r\n"23"\r\n"31"\r\n'],
    ['="17"\n="23"\n="31"'],
  ])('default: %j', (text) => {
    expect(readText(text)).toMatchObject({ ids: ['17', '23', '31'], refusedCount: 0, questions: [] })
  })

  test('behavior: a first line that names the column, and numbers of a list, are said', () => {
    expect(recognise('ids\n17')).toMatchObject({ kind: 'list', heading: { text: 'ids', at: 1 } })
    expect(recognise('1. 17\n2. 23')).toMatchObject({ kind: 'list', isNumbered: true })
    expect(idsOf('1. 17\n3. 23')).toEqual([])
  })

  test('behavior: a line with a bad part is refused whole, with its reason', () => {
    expect(idsOf('12,Season 3 hero level 60')).toEqual([])
    expect(idsOf('please refresh 17 and 23\n31')).toEqual(['31'])
    expect(refused('1, 2, warden\n3\n4 5.5')).toEqual([
      [1, 'warden', 'Not a token id.'],
      [3, '5.5', 'Token ids are whole numbers.'],
    ])
    expect(refused('1 017 23')?.[0]?.[2]).toMatch(/^A number has a leading zero/)
  })

  test('behavior: reasons are grouped, and their places counted on beyond those that are named', () => {
    const report = readText(`${'warden\n'.repeat(3_000)}5.789E+76\n5,789E+76\n1\u200b7`)
    expect(report?.refusals.map(({ count, places }) => [count, places.length, places[0]])).toEqual([
      [3_000, 50, { text: 'warden', at: 1 }],
      [2, 2, { text: '5.789E+76', at: 3_001 }],
      [1, 1, { text: '1⟨zero-width space⟩7', at: 3_003 }],
    ])
    expect(report?.refusedCount).toBe(3_003)
  })

  test('behavior: duplicates are told with their line', () => {
    const report = readText('1\n2, 1\n1-2')
    expect(report).toMatchObject({ ids: ['1', '2'], duplicateCount: 3 })
    expect(report?.duplicates[0]).toEqual({ text: '1', at: 2 })
  })

  test('boundary: the limit, and ranges meant to freeze the page', () => {
    expect(readText('1-100000')).toMatchObject({ tooMany: 0, refusedCount: 0, duplicateCount: 0 })
    const over = readText('1-10000\n1-10000\n20000-20004', { limit: 10_000 })
    expect([over?.ids.length, over?.duplicateCount, over?.duplicates.length, over?.tooMany]).toEqual([
      10_000, 10_000, 50, 5,
    ])
    const hostile = readText('1-10000\n'.repeat(10_000))
    expect((hostile?.duplicateCount ?? 0) + (hostile?.ids.length ?? 0)).toBe(200_000)
    expect(hostile?.refusedCount).toBe(9_980)
  })

  test('boundary: one line as long as a file', () => {
    expect(readText('warden,'.repeat(300_000))).toMatchObject({ ids: [], refusedCount: 1 })
    expect(idsOf(`${'17, '.repeat(50_000)}23`)).toEqual(['17', '23'])
  })
})

describe('numbers that can be meant in more than one way', () => {
  const thousands = [
    '1,017\n1,023',
    '1 017\n1\u00a0023',
    '1\u202f017\n1023',
    "1'017\n1’023",
    '1.017\n1.023',
    '"1,017", "1,023"',
  ]

  test.each(thousands)('behavior: %j is asked about, and joined only when that is the answer', (text) => {
    const asked = readText(text)
    expect(asked?.ids.filter((id) => id !== '1023')).toEqual([])
    expect(asked?.questions).toMatchObject([{ kind: 'thousands', canBeApart: false }])
    expect(asked?.refusedCount).toBe(0)
    expect(readText(text, { answers: { thousands: 'one' } })?.ids).toEqual(['1017', '1023'])
  })

  test('behavior: a comma or space between what may be ids can also mean two', () => {
    expect(readText('101,102,103')).toMatchObject({ ids: [], questions: [{ count: 1, canBeApart: true }] })
    expect(readText('101,102,103', { answers: { thousands: 'one' } })?.ids).toEqual(['101102103'])
    expect(readText('101,102,103', { answers: { thousands: 'apart' } })?.ids).toEqual(['101', '102', '103'])
    expect(readText('1,234\n1,017', { answers: { thousands: 'apart' } })).toMatchObject({
      ids: ['1', '234'],
      refusals: [{ why: 'Some of its numbers are not valid ids.', places: [{ text: '1,017', at: 2 }] }],
    })
    expect(readText('1,017-1,020', { answers: { thousands: 'one' } })?.ids.length).toBe(4)
  })

  test.each(['1\u00a0234 567', '567 1\u202f234'])(
    'behavior: in %j a space that may be part of a number is asked about',
    (text) => {
      expect(readText(text)).toMatchObject({ ids: [], questions: [{ count: 1, canBeApart: true }] })
      expect(readText(text, { answers: { thousands: 'one' } })?.ids.sort()).toEqual(['1234', '567'])
    },
  )

  test('behavior: ids may have spaces of any kind between them', () => {
    expect(idsOf('17\u00a023\u00a05 47')).toEqual(['17', '23', '5', '47'])
  })

  test('behavior: what no number would look like is a list', () => {
    expect(readText('98,99,100')).toMatchObject({ ids: ['98', '99', '100'], questions: [] })
    expect(readText('101, 102, 103')).toMatchObject({ ids: ['101', '102', '103'], questions: [] })
    const ids = Array.from({ length: 300 }, (_, at) => String(at + 100))
    expect(idsOf(ids.join(','))).toEqual(ids)
  })

  test('behavior: an answer belongs to the numbers it was given for', () => {
    const read = (text: string) => {
      const source = recognise(text)
      if (source.kind !== 'list') throw new Error('not a list')
      return lastOf(readIds(source, 'list', { thousands: { first: '1,017', answer: 'one' } }, 10))
    }
    expect(read('1,017\n2,017').ids).toEqual(['1017', '2017'])
    expect(read('101,102')).toMatchObject({ ids: [], questions: [{ answer: 'out' }] })
  })

  test('behavior: leading zeros and rounded numbers are asked about', () => {
    const rounded = `57896044618658100${'0'.repeat(60)}`
    const text = `token_id\n007\n${rounded}\n5`
    expect(readText(text)).toMatchObject({ ids: ['5'], questions: [{ kind: 'zeros' }, { kind: 'rounded' }] })
    expect(readText(text, { answers: { zeros: 'one' } })?.ids).toEqual(['7', '5'])
    expect(readText(text, { answers: { rounded: 'one' } })?.ids).toEqual([rounded, '5'])
  })
})
