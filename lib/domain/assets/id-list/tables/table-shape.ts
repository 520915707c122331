import { isBrokenNumber } from '../numbers/find-id-fault.ts'
import { readPart } from '../numbers/read-part.ts'
import { rankName } from './rank-name.ts'
import { isBlank, isReadable, type Row } from './table-builder.ts'

export type Shape = {
  width: number
  headings: Row | null
  /** Every column has ids and none has a heading: it may be a list that was wrapped. */
  canBeList: boolean
  /** How well the rows agree, above 1 with a heading that names the ids. */
  score: number
}

const MIN_SHARE = 0.9
const MIN_SHARE_NAMED = 0.5
/** Exports put their name, and a date, above the headings. */
const TITLES = 4

/** What table the first rows of a text make; null when they make none. */
export function tableShape(sample: readonly Row[], delimiter: string): Shape | null {
  const rows = sample.filter(({ cells }) => !cells.every(isBlank))
  const naming = rows.slice(0, TITLES + 1).find(({ cells }) => namesIds(cells))
  const width = naming ? lastFilled(naming.cells) : commonWidth(rows)
  const fitting = rows.filter(({ cells }) => cells.length >= width && lastFilled(cells) <= width)
  const top = naming ?? fitting[0]
  const body = fitting.filter((row) => row !== top)
  if (!top || body.length === 0 || countFilled(fitting) < 2) return null
  const share = fitting.length / rows.length
  if (share < (naming ? MIN_SHARE_NAMED : MIN_SHARE)) return null
  const readable = readableColumns(body)
  const hasHeadings = naming !== undefined || (readableColumns([top]).size === 0 && readable.size > 0)
  if (!hasHeadings && readable.size === 0) return null
  if (!hasHeadings && fitting.every(({ cells }) => isOneNumber(cells.join(delimiter)))) return null
  return {
    width,
    headings: hasHeadings ? top : null,
    canBeList: !hasHeadings && readable.size === countFilled(fitting),
    score: naming ? share + 1 : share,
  }
}

const namesIds = (cells: readonly string[]) =>
  lastFilled(cells) > 1 && !cells.some(isReadable) && cells.some((cell) => rankName(cell) > 0)

/** With a sign or a currency before it, a fraction, and a unit behind it. */
const AMOUNT = /^[^\p{L}\p{Nd}]*\d{1,3}(?:[,.]\d{3})+(?:[,.]\d+)?\P{Nd}*$/u

/** `1,017`, `$1,017.50` and `5,789E+76` are single numbers, however many cells they seem to be. */
const isOneNumber = (text: string) =>
  readPart(text).kind === 'doubt' || AMOUNT.test(text) || isBrokenNumber(text.trim())

const lastFilled = (cells: readonly string[]) => cells.findLastIndex((cell) => !isBlank(cell)) + 1

function commonWidth(rows: readonly Row[]): number {
  const counts = new Map<number, number>()
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0]
}

const countFilled = (rows: readonly Row[]) => columnsWith(rows, (cell) => !isBlank(cell)).size
const readableColumns = (rows: readonly Row[]) => columnsWith(rows, isReadable)

const columnsWith = (rows: readonly Row[], isWanted: (cell: string) => boolean) =>
  new Set(rows.flatMap(({ cells }) => cells.flatMap((cell, at) => (isWanted(cell) ? [at] : []))))
