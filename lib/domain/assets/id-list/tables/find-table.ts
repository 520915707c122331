import type { IdList, IdTable } from '../id-source.ts'
import { csvRows } from './csv-rows.ts'
import { lineRows, spacedCells } from './line-rows.ts'
import { isRule, pipeCells } from './pipe-cells.ts'
import { createTableBuilder, type Row } from './table-builder.ts'
import { type Shape, tableShape } from './table-shape.ts'

const SAMPLE_LENGTH = 65_536
const SAMPLE_ROWS = 100

type Rows = Generator<Row[], void>
type Layout = { delimiter: string; rows: (text: string, most?: number) => Rows }
type Found = { layout: Layout; shape: Shape }

const csv = (delimiter: string): Layout => ({
  delimiter,
  rows: (text, most) => csvRows(text, delimiter, most),
})
const pipes: Layout = { delimiter: '|', rows: (text, most) => lineRows(text, pipeCells, most) }
const spaces: Layout = { delimiter: ' ', rows: (text, most) => lineRows(text, spacedCells, most) }

/** The table that a text is; null when its lines do not agree on one. It keeps `list` where it may be that as well. */
export function* findTable(text: string, list: IdList): Generator<void, IdTable | null> {
  const found = yield* recognise(sampleOf(text))
  if (found === null) return null
  const { headings, width, canBeList } = found.shape
  const builder = createTableBuilder(width, headings?.cells ?? null)
  for (const rows of found.layout.rows(text)) {
    for (const row of rows) if (row.at !== headings?.at) builder.add(row)
    yield
  }
  const hasNames = headings !== null
  return { kind: 'table', unit: 'line', hasNames, list: canBeList ? list : null, ...builder.finish() }
}

/** Whole lines only; empty when the first line alone is longer than any row. */
const sampleOf = (text: string) =>
  text.length <= SAMPLE_LENGTH ? text : text.slice(0, text.lastIndexOf('\n', SAMPLE_LENGTH) + 1)

function* recognise(sample: string): Generator<void, Found | null> {
  if (sample.split('\n', 3).some(isRule)) return shapeOf(sample, pipes)
  let best: Found | null = null
  for (const delimiter of ['\t', ';', '|', ',']) {
    yield
    const found = shapeOf(sample, csv(delimiter))
    if (found && found.shape.score > (best?.shape.score ?? 0)) best = found
  }
  if (best) return best
  // Words have spaces between them too, so only rows that all agree make a table.
  const spaced = shapeOf(sample, spaces)
  const isSure = spaced && (spaced.shape.score === 2 || (spaced.shape.score === 1 && spaced.shape.canBeList))
  return isSure ? spaced : null
}

function shapeOf(sample: string, layout: Layout): Found | null {
  const rows = [...layout.rows(sample, SAMPLE_ROWS)].flat()
  const shape = tableShape(rows, layout.delimiter)
  return shape && { layout, shape }
}
