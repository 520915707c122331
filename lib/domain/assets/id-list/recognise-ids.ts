import { eachLine } from './each-line.ts'
import type { IdList, IdSource, Place } from './id-source.ts'
import { isNumbered } from './numbering.ts'
import { trimMarks } from './numbers/trim-marks.ts'
import { findTable } from './tables/find-table.ts'
import { jsonColumns } from './tables/json-columns.ts'
import { parseJson } from './tables/parse-json.ts'
import { rankName } from './tables/rank-name.ts'

/** Finds out how a pasted text is laid out. Each pause is a moment at which to leave it for a while. */
export function* recogniseIds(pasted: string): Generator<void, IdSource> {
  const text = pasted
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    // Spreadsheets are told their delimiter so; the line stays, because lines are counted.
    .replace(/^sep=.\n/i, '\n')
  if (/^\s*[[{]/.test(text)) {
    const json = yield* parseJson(text)
    if ('values' in json) {
      const columns = yield* jsonColumns(json.values)
      return { kind: 'table', unit: 'item', columns, hasNames: true, refused: [], list: null }
    }
    if (!isBracketed(text)) return { kind: 'unreadable', why: brokenJson(json.brokenAt) }
  }
  const list: IdList = { kind: 'list', text, heading: findHeading(text), isNumbered: yield* isNumbered(text) }
  return list.isNumbered ? list : ((yield* findTable(text, list)) ?? list)
}

/** Lists in the ways of programming languages, such as `('1', '2',)`. */
const isBracketed = (text: string) => /^[\s\d,;#"'`[\](){}–-]*$/.test(text)

const brokenJson = (line: number) =>
  `This starts like JSON, but line ${line} is not valid JSON. Nothing was added.`

/** A first line that says what the others are. */
function findHeading(text: string): Place | null {
  for (const { text: line, at } of eachLine(text)) {
    const name = trimMarks(line).replace(/^(["'])(.*)\1$/, '$2')
    if (name !== '') return name.length < 100 && rankName(name) > 0 ? { text: name, at } : null
  }
  return null
}
