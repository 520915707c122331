import { createCollector } from './create-collector.ts'
import { eachLine } from './each-line.ts'
import type { IdList, IdSource, IdTable } from './id-source.ts'
import { withoutNumber } from './numbering.ts'
import { type Part, readPart } from './numbers/read-part.ts'
import { splitLine } from './split-line.ts'
import { chooseColumn } from './tables/choose-column.ts'
import { isBlank } from './tables/table-builder.ts'
import type { Answers, TokenIdReport } from './token-id-report.ts'

const PAUSE = 256

/** Which column to read, or the text as a list. */
export type Choice = number | 'list'

/** What is read when nobody has chosen; null when a person must be asked. */
export function defaultChoice(source: IdSource): Choice | null {
  if (source.kind === 'unreadable') return null
  if (source.kind === 'list') return 'list'
  return source.list ? null : chooseColumn(source.columns, source.hasNames)
}

/** Reads the ids where they were found or chosen. Each pause is a moment at which to leave it for a while. */
export function* readIds(
  source: IdList | IdTable,
  choice: Choice,
  answers: Answers,
  limit: number,
): Generator<void, TokenIdReport> {
  const collector = createCollector(limit, answers)
  const list = source.kind === 'list' ? source : source.list
  if (choice === 'list') {
    if (list) yield* readList(list, collector)
  } else if (source.kind === 'table') yield* readColumn(source, choice, collector)
  return collector.finish(source.kind === 'table' ? source.unit : 'line')
}

type Collector = ReturnType<typeof createCollector>

function* readList({ text, heading, isNumbered }: IdList, collector: Collector): Generator<void> {
  for (const { text: line, at } of eachLine(text)) {
    if (at % PAUSE === 0) yield
    if (at === heading?.at) continue
    const parts: Part[] = []
    for (const part of splitLine(isNumbered ? withoutNumber(line) : line)) {
      if (parts.push(part) % PAUSE === 0) yield
    }
    yield* collector.take(parts, at)
  }
}

function* readColumn({ columns, refused }: IdTable, choice: number, collector: Collector): Generator<void> {
  const column = columns[choice]
  if (!column) return
  for (const [index, cell] of column.cells.entries()) {
    const at = column.places[index] ?? 0
    if (isBlank(cell)) collector.refuse('The cell is empty.', { text: '', at })
    else yield* collector.take([readPart(cell)], at)
    if (index % PAUSE === PAUSE - 1) yield
  }
  for (const row of refused) collector.refuse(row.why, row)
  if (column.missing > 0) collector.refuse('The item does not have this field.', null, column.missing)
}
