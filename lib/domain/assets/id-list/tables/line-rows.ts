import { eachLine } from '../each-line.ts'
import type { Row } from './table-builder.ts'

const ROWS = 200

/** A row from each line, some at a time; lines that `split` answers with null are none. */
export function* lineRows(
  text: string,
  split: (line: string) => string[] | null,
  most = Infinity,
): Generator<Row[], void> {
  let rows: Row[] = []
  for (const { text: line, at } of eachLine(text)) {
    if (at > most) break
    const cells = split(line)
    if (cells) rows.push({ cells, at })
    if (at % ROWS !== 0) continue
    yield rows
    rows = []
  }
  yield rows
}

export const spacedCells = (line: string): string[] => line.trim().split(/\s+/)
