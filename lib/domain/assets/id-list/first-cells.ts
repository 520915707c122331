import type { IdColumn } from './id-source.ts'
import { showInvisible } from './numbers/show-invisible.ts'
import { trimMarks } from './numbers/trim-marks.ts'
import { isBlank } from './tables/table-builder.ts'

const MAX_LENGTH = 24

/** The first cells with anything in them, short enough to stand side by side. */
export function firstCells({ cells }: IdColumn, most: number): string[] {
  const found: string[] = []
  for (const cell of cells) {
    if (found.length === most) break
    if (!isBlank(cell)) found.push(shorten(showInvisible(trimMarks(cell).slice(0, 100))))
  }
  return found
}

const shorten = (text: string) =>
  text.length <= MAX_LENGTH ? text : `${text.slice(0, MAX_LENGTH - 9)}…${text.slice(-8)}`
