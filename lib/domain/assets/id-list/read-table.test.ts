import { describe, expect, test } from 'vitest'
import { defaultChoice } from './read-ids.ts'
import { idsOf, readText, recognise } from './test-read-text.ts'

const columnsOf = (text: string) => {
  const source = recognise(text)
  return source.kind === 'table'
    ? source.columns.map(({ name, ids, filled }) => [name, ids, filled])
    : source.kind
}

describe('a table whose heading names the ids', () => {
  const etherscan =
    '"Transaction Hash","Blockno","DateTime (UTC)","From","Token ID","Type"\r\n' +
    `"0x${'ab'.repeat(32)}","18000000","2023-11-14 22:13:20","0x${'1'.repeat(40)}","17","721"\r\n` +
    `"0x${'cd'.repeat(32)}","18000001","2023-11-14 22:13:21","0x${'1'.repeat(40)}","23","721"\r\n`

  test.each([
    [
      'commas, quotes, line ends of Windows',
      'token_id,name,rank\r\n17,Warden #5,3\r\n"23","Warden of the 2 Towers",9\r\n',
    ],
    [
      'semicolons and a byte order mark',
      '\ufeffid;name;rank\r\n17;Warden #5;3\r\n23;"Warden; the 2nd";9\r\n',
    ],
    ['tabs, as copied from a sheet', 'Name\ttokenId\tLevel\nWarden\t17\t42\nWarden\t23\t7'],
    ['an export of Etherscan', etherscan],
    ['Markdown', '| Token | Owner | Level |\n|---|:-:|--:|\n| 17 | 0x11 | 42 |\n| 23 | 0x12 | 7 |\n'],
    ['psql', ' token_id | name\n----------+------\n       17 | Foo\n       23 | Bar\n'],
    ['mysql', '+----+---+\n| id | n |\n+----+---+\n| 17 | 4 |\n| 23 | 5 |\n+----+---+\n'],
    ['spaces', 'token_id   level\n17         42\n23         7\n'],
    ['line breaks within cells', 'token_id,text\n17,"two\nlines, 3"\n23,x\n'],
    ['marks around headings and cells', 'token\u00a0id\u200b,name\n\u200b17,a\n23\u2060,b\n'],
    ['pipes without rules', 'id|name|rank\n17|Warden|3\n23|Hunter|9'],
    ['a line that tells the delimiter', 'sep=;\r\nid;name\r\n17;Warden\r\n23;Hunter\r\n'],
    ['aligned cells', 'token_id, level\n            17,    60\n            23,     9\n'],
    ['ids kept as text by a formula', 'token_id,name\n="17",a\n="23",b\n'],
    ['empty rows and columns', 'token_id,name,,\n17,a,,\n,,,\n23,b,,\n'],
  ])('default: %s', (_, text) => {
    expect(readText(text)).toMatchObject({ ids: ['17', '23'], refusedCount: 0, duplicateCount: 0 })
  })

  test('default: numbers with separators in a cell are asked about, not split', () => {
    const text = 'token_id,name\n1017,Warden #5\n"1,234",Warden of the 2 Towers\n'
    expect(readText(text)).toMatchObject({
      ids: ['1017'],
      questions: [{ kind: 'thousands', canBeApart: false }],
    })
    expect(readText(text, { answers: { thousands: 'one' } })?.ids).toEqual(['1017', '1234'])
  })

  test.each([
    '1,234.56\n2,345.67',
    '$1,234\n$2,345',
    '-1,234\n-2,345',
    '1,234 GODS\n2,345 GODS',
    '1,234%\n5,678%',
  ])('behavior: %j are amounts, each of them one number', (text) => {
    expect(readText(text)).toMatchObject({ ids: [], refusedCount: 2 })
  })

  test('behavior: rows that do not fit are refused whole, with their line', () => {
    const text = 'token_id,name\n17,"two\nlines"\n23,Foo, the great\n31\n,empty\n5,789E+76\n47,b\n'
    const report = readText(text)
    expect(report?.ids).toEqual(['17', '47'])
    expect(
      report?.refusals.map(({ why, places }) => [why.split(' ')[0], places.map(({ at }) => at)]),
    ).toEqual([
      ['The', [6]],
      ['Wrong', [4, 5]],
      ['This', [7]],
    ])
  })

  test('behavior: titles above the headings are no headings', () => {
    const report = readText('Wardens,,\n"Exported, for Mara"\n\ntoken_id,name,rank\n17,a,3\n23,b,9\n')
    expect(report).toMatchObject({ ids: ['17', '23'], refusedCount: 2 })
  })

  test('behavior: after a quotation mark that is never closes nothing is read', () => {
    const report = readText('token_id,name\n17,a\n23,"b\n31,c\n47,d')
    expect(report).toMatchObject({ ids: ['17'], refusals: [{ places: [{ at: 3 }] }] })
    expect(report?.refusals[0]?.why).toMatch(/never closes/)
  })

  test('behavior: `token_id` goes before `id`, and two of one rank are asked about', () => {
    expect(idsOf('id,token_id\n1,17\n2,23')).toEqual(['17', '23'])
    expect(idsOf('id,token\n1,ETH\n2,ETH')).toEqual(['1', '2'])
    expect(idsOf('id,token\n1,17\n2,23')).toBeNull()
    expect(idsOf('token_id,tokenId\n1,17\n2,23')).toBeNull()
    expect(idsOf('token_id,tokenId\n0x1,17\n0x2,23')).toEqual(['17', '23'])
  })

  test('behavior: a named column without a single id is taken all the same, and says why', () => {
    const report = readText('token_id,block\n0x11,18000000\n0x17,18000001')
    expect(report).toMatchObject({
      ids: [],
      refusals: [{ count: 2, why: 'This is hexadecimal. Write the id in decimal.' }],
    })
  })
})

test('boundary: byte order marks in the middle, as of files one after the other, change no line and end', () => {
  const rows = Array.from({ length: 200 }, (_, at) => `${at + 1000},"a"`)
  const text = `token_id,name\n${rows.slice(1).join('\n')}\n\ufeff17,b\nx,c\n`
  expect(readText(text)).toMatchObject({ refusals: [{ places: [{ text: 'x', at: 202 }] }] })
  expect(idsOf(text)?.at(-1)).toBe('17')
  expect(idsOf(`token_id,name\n${rows.slice(1).join('\n')}\n\ufeff`)?.length).toBe(199)
})

describe('a table whose ids are not named', () => {
  test('behavior: the only column with ids of a sheet without headings is taken', () => {
    expect(idsOf('12,Season 3 hero level 60\n17,Season 2 hero level 9\n')).toEqual(['12', '17'])
    expect(columnsOf('12,Season 3\n17,Season 2\n')).toEqual([
      ['', 2, 2],
      ['', 0, 2],
    ])
  })

  test.each([
    ['a column of another name', 'name,level\nWarden,42\nHunter,43'],
    ['several columns of ids', 'rank,level\n1,42\n2,43'],
    ['a sheet without headings', 'Warden,17,42\nHunter,23,43'],
    ['a column that is not all ids', '17,42\n23,Warden\n31,43'],
  ])('behavior: %s is asked for', (_, text) => {
    const source = recognise(text)
    expect(source.kind).toBe('table')
    expect(defaultChoice(source)).toBeNull()
  })

  test('behavior: the column that a person chose is read', () => {
    expect(readText('rank,level\n1,42\n2,43', { choice: 1 })?.ids).toEqual(['42', '43'])
  })

  test('behavior: rows of nothing but ids may be a list that was wrapped', () => {
    const text = '17,3,42\n23,9,7\n31,12,60'
    expect(recognise(text)).toMatchObject({ kind: 'table', list: { kind: 'list' } })
    expect(idsOf(text)).toBeNull()
    expect(readText(text, { choice: 0 })?.ids).toEqual(['17', '23', '31'])
    expect(readText(text, { choice: 'list' })?.ids.length).toBe(9)
    expect(idsOf('17 3\n23 9')).toBeNull()
    expect(idsOf('17|3\n23|9')).toBeNull()
    expect(idsOf('17\t300\n23\t900')).toBeNull()
  })

  test.each([
    ['1,017\n1,023\n1,031'],
    ['5,789E+76\n6,123E+76'],
    ['token_id\n5.78E+76\n5,78E+76'],
    ['yes, please\nno, thanks'],
  ])('behavior: %j is no table, and names no id', (text) => {
    expect(recognise(text).kind).toBe('list')
    expect(idsOf(text)).toEqual([])
  })
})
