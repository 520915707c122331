import Papa from 'papaparse'
import { isBrokenNumber } from '../numbers/find-id-fault.ts'
import type { Row } from './table-builder.ts'

const ROWS = 200

const UNCLOSED = 'A quotation mark opens here and never closes. Nothing after it was read.'
const MISPLACED = 'There is a quotation mark in the wrong place.'
const BROKEN = 'This number has an exponent, so digits are lost. Export the column as text.'

/** The rows of a delimited text, some at a time. */
export function* csvRows(text: string, delimiter: string, most = Infinity): Generator<Row[], void> {
  let line = 1
  for (let start = 0, count = 0; start < text.length && count < most; count += ROWS) {
    // The parser leaves a byte order mark in front out of its count of characters.
    while (text.charAt(start) === '\uFEFF') start++
    // Fast mode would split all that is left at each turn.
    const { data, errors, meta } = Papa.parse<string[]>(text.slice(start), {
      delimiter,
      newline: '\n',
      preview: Math.min(ROWS, most - count),
      fastMode: false,
    })
    const faults = new Map(
      errors.map(({ row, code }) => [row, code === 'MissingQuotes' ? UNCLOSED : MISPLACED]),
    )
    yield data.map((cells, index) => {
      const at = line
      line += cells.reduce((lines, cell) => lines + countBreaks(cell), 1)
      const why = faults.get(index) ?? (delimiter === ',' && hasBrokenNumber(cells) ? BROKEN : undefined)
      return why ? { cells, at, why } : { cells, at }
    })
    start += meta.cursor
  }
}

const countBreaks = (cell: string) => (cell.includes('\n') ? cell.split('\n').length - 1 : 0)

/** `5,789E+76` without quotes is one number that lost its digits, not two cells. */
const hasBrokenNumber = (cells: readonly string[]) =>
  cells.some(
    (cell, at) =>
      at > 0 && /^\d*e[+-]?\d+\s*$/i.test(cell) && isBrokenNumber(`${cells[at - 1]},${cell}`.trim()),
  )
