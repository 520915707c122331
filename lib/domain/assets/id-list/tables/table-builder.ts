import type { IdColumn, IdTable } from '../id-source.ts'
import { readPart } from '../numbers/read-part.ts'
import { trimMarks } from '../numbers/trim-marks.ts'

export type Row = { cells: string[]; at: number; why?: string }

/** Gathers rows into columns. Rows of another width are kept apart, with the reason. */
export function createTableBuilder(width: number, headings: readonly string[] | null) {
  const columns = Array.from({ length: width }, (_, at) => createColumn(trimMarks(headings?.[at] ?? '')))
  const refused: IdTable['refused'] = []

  const add = ({ cells, at, why }: Row) => {
    if (cells.every(isBlank)) return
    const fault = why ?? (cells.slice(width).every(isBlank) && cells.length >= width ? null : OTHER_WIDTH)
    if (fault) refused.push({ text: cells.join(' '), at, why: fault })
    else for (const [index, column] of columns.entries()) addCell(column, cells[index] ?? '', at)
  }
  const finish = (): Pick<IdTable, 'columns' | 'refused'> => ({
    columns: columns.filter(({ filled }) => filled > 0),
    refused,
  })
  return { add, finish }
}

const OTHER_WIDTH = 'Wrong number of cells for this table.'

export const isBlank = (cell: string): boolean => trimMarks(cell) === ''

export const createColumn = (name: string): IdColumn => ({
  name,
  cells: [],
  places: [],
  filled: 0,
  ids: 0,
  missing: 0,
})

export function addCell(column: IdColumn, cell: string, at: number): void {
  column.cells.push(cell)
  column.places.push(at)
  if (isBlank(cell)) return
  column.filled++
  if (isReadable(cell)) column.ids++
}

/** Whether a cell can be an id at all; what has no digit near its beginning is not looked at twice. */
export function isReadable(cell: string): boolean {
  const text = trimMarks(cell)
  return /^\P{L}{0,3}\p{Nd}/u.test(text) && readPart(text).kind !== 'fault'
}
