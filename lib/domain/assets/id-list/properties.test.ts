import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isTokenId } from '../token-id.ts'
import { type Choice, defaultChoice, readIds } from './read-ids.ts'
import { idsOf, lastOf, readText, recognise } from './test-read-text.ts'

const MIN = 10n ** 9n
/** Told apart from every number in the texts around it; those that a spreadsheet may have rounded are asked about. */
const id = fc
  .bigInt({ min: MIN, max: 2n ** 256n - 1n })
  .map(String)
  .filter((text) => !/0000$/.test(text))
const ids = fc.array(id, { minLength: 1, maxLength: 30 })
const unique = (list: readonly string[]) => [...new Set(list)]

const word = fc.string({ unit: fc.constantFrom(...'abz019 #.-,;"|\'é'), maxLength: 12 })
const name = word.map((text) => `W ${text}`)
const number = fc.nat(1_000_000).map(String)
const lineEnd = fc.constantFrom('\n', '\r\n', '\r')
const mark = fc.constantFrom('', '\ufeff', '\u200b', ' ', '\u00a0')

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
const sheet = (rows: readonly string[][], delimiter: string, end: string) =>
  rows.map((cells) => cells.map(quoted).join(delimiter)).join(end)

describe('whatever the text', () => {
  const soup = fc.string({ unit: fc.constantFrom(...'0123456789-–#,;|e.+x \n\t"\'[]{}:１\u200b') })
  const choices = (text: string): Choice[] => {
    const source = recognise(text)
    return source.kind === 'table' ? [...source.columns.keys(), 'list'] : ['list']
  }

  test('property: reading ends, throws nothing, and yields token ids alone, once each', () => {
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary' }), fc.json()), (text) => {
        for (const choice of choices(text)) {
          const found = readText(text, {
            choice,
            answers: { thousands: 'apart', zeros: 'one' },
            limit: 1_000,
          })
          if (found === null) continue
          expect(found.ids.every(isTokenId)).toBe(true)
          expect(found.ids).toEqual(unique(found.ids))
          expect(found.places.length).toBe(found.ids.length)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('property: long sheets of any rows end, and give each row its line', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'07,;"\n\ufeff x'), maxLength: 6 })
    const rows = fc.array(cell, { minLength: 390, maxLength: 410, size: 'max' })
    fc.assert(
      fc.property(rows, (noise) => {
        const source = recognise(`token_id,name\n${noise.map((each) => `17,${quoted(each)}`).join('\n')}`)
        if (source.kind !== 'table') throw new Error('not a table')
        expect(source.columns[0]?.cells.length).toBe(noise.length)
        const breaks = noise.slice(0, -1).join('').replace(/[^\n]/g, '').length
        expect(source.columns[0]?.places.at(-1)).toBe(noise.length + 1 + breaks)
        expect(() => readText(noise.join('\n'))).not.toThrow()
      }),
      { numRuns: 30 },
    )
  })

  test('property: no id comes out of a longer number or word', () => {
    fc.assert(
      fc.property(soup, (text) => {
        const whole = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
        const numbers = new Set(whole.split(/[^\p{L}\p{N}.+]+/u))
        for (const choice of choices(text)) {
          const found = readText(text, { choice, limit: 1_000 })
          if (found?.rangeCount === 0) expect(found.ids.filter((each) => !numbers.has(each))).toEqual([])
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('lists', () => {
  const separator = fc.constantFrom(', ', '; ', ' ', '\t', ' #', ' ,')
  const line = fc.tuple(fc.array(id, { minLength: 1, maxLength: 5 }), separator, fc.option(name), mark)

  test('property: all ids of a good line, none of a line with a bad part, in order and once', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), lineEnd, (lines, end) => {
        const written = lines.map(
          ([list, between, bad, around]) =>
            around + [...list, ...(bad === null ? [] : [bad])].join(between) + around,
        )
        const text = written.join(end)
        fc.pre(recognise(text).kind === 'list')
        const good = lines.filter(([, , bad]) => bad === null).flatMap(([list]) => list)
        expect(readText(text)?.ids).toEqual(unique(good))
      }),
    )
  })

  test('property: a range names its members and no other id', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 200n }), fc.nat(300), (first, span) => {
        const found = readText(`${first}-${first + BigInt(span)}`, { answers: { rounded: 'one' } })
        expect(found?.ids).toEqual(Array.from({ length: span + 1 }, (_, at) => String(first + BigInt(at))))
      }),
    )
  })
})

describe('tables', () => {
  const delimiter = fc.constantFrom(',', ';', '\t')
  const heading = fc.constantFrom('token_id', 'Token ID', 'tokenId', 'TOKENID', 'Token Id')
  const rows = fc.array(fc.tuple(name, id, number, name), { minLength: 1, maxLength: 30 })

  test('property: of a sheet with a heading exactly the ids of that column are read', () => {
    fc.assert(
      fc.property(heading, rows, delimiter, lineEnd, mark, (title, cells, between, end, around) => {
        const text = `${around}${sheet([['Name', title, 'Level', 'Note'], ...cells], between, end)}${end}`
        expect(readText(text)).toMatchObject({ ids: unique(cells.map(([, each]) => each)), refusedCount: 0 })
      }),
    )
  })

  test('property: without one, what is taken unasked is the column of ids', () => {
    fc.assert(
      fc.property(rows, delimiter, lineEnd, (cells, between, end) => {
        const text = sheet(
          cells.map(([first, each, , last]) => [first, each, last]),
          between,
          end,
        )
        const found = idsOf(text)
        if (found?.length) expect(found).toEqual(unique(cells.map(([, each]) => each)))
      }),
    )
  })

  test('property: what is chosen for another column comes from that column', () => {
    fc.assert(
      fc.property(rows, (cells) => {
        const source = recognise(sheet([['Name', 'token_id', 'Level', 'Note'], ...cells], ',', '\n'))
        if (source.kind !== 'table') throw new Error('not a table')
        expect(defaultChoice(source)).toBe(1)
        expect(lastOf(readIds(source, 2, {}, 100)).ids).toEqual(unique(cells.map(([, , level]) => level)))
      }),
    )
  })
})

describe('round trips', () => {
  const forms: Record<string, (list: readonly string[]) => string> = {
    'one on a line': (list) => list.join('\n'),
    'one on a line, with an end': (list) => `${list.join('\r\n')}\r\n`,
    'with commas': (list) => list.join(', '),
    'CSV of one column': (list) => `token_id\r\n${list.join('\r\n')}\r\n`,
    'CSV of two columns': (list) => `token_id,state\n${list.map((each) => `${each},failed`).join('\n')}`,
    'JSON list of texts': (list) => JSON.stringify(list),
    'JSON list of texts, indented': (list) => JSON.stringify(list, null, 2),
    'JSON list of numbers': (list) => `[${list.join(',')}]`,
    'JSON list of objects': (list) => JSON.stringify(list.map((each) => ({ token_id: each, level: 3 }))),
    'JSON lines': (list) => list.map((each) => JSON.stringify({ tokenId: each, level: 3 })).join('\n'),
    'Markdown table': (list) => `| id | n |\n|--|--|\n${list.map((each) => `| ${each} | 3 |`).join('\n')}`,
    numbered: (list) => list.map((each, at) => `${at + 1}. ${each}`).join('\n'),
  }

  test.each(Object.entries(forms))('property: %s', (_, write) => {
    fc.assert(
      fc.property(ids, (list) => {
        expect(readText(write(list))).toMatchObject({ ids: unique(list), refusedCount: 0, questions: [] })
      }),
    )
  })
})
