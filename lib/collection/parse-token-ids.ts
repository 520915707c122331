import { IDS_LIMIT } from './token-id.ts'
import { findTokenIdFault } from './token-id-fault.ts'

/** How many rows of each kind the report carries; the counts go on. */
const MAX_ROWS = 1_000
const MAX_RANGE = BigInt(IDS_LIMIT)
/** Ranges that repeat each other must not freeze the page. */
const MAX_EXPANDED = 200_000
/** A row pauses after as many ids. */
const PAUSE = 256

export type TokenIdReport = {
  /** Valid, distinct, in the order of the text, at most the limit. */
  ids: string[]
  /** The line of each of the ids. */
  lines: number[]
  duplicates: { text: string; line: number }[]
  duplicateCount: number
  malformed: { text: string; line: number; why: string }[]
  malformedCount: number
  /** Valid ids that were left out because the limit was reached. */
  tooMany: number
}

/** Reads pasted ids: commas, spaces, lines, quotes, brackets, `#12` and ranges `100-250`. Lines count from 1. */
export function parseTokenIds(text: string, limit = IDS_LIMIT): TokenIdReport {
  const reader = createTokenIdReader(limit)
  for (const row of splitRows(text)) {
    for (const _ of reader.readRow(row));
  }
  return reader.finish()
}

export const splitRows = (text: string): string[] => text.split(/\r\n|\n|\r/)

/** Reads row by row and pauses within long ones, so that a page can read a long list in slices and stay alive in between. */
export function createTokenIdReader(limit: number) {
  let line = 0
  const ids = new Map<string, number>()
  const report: TokenIdReport = {
    ids: [],
    lines: [],
    duplicates: [],
    duplicateCount: 0,
    malformed: [],
    malformedCount: 0,
    tooMany: 0,
  }
  let expanded = 0

  const keep = (id: string, line: number) => {
    if (ids.has(id)) {
      if (report.duplicateCount++ < MAX_ROWS) report.duplicates.push({ text: id, line })
    } else if (ids.size >= limit) report.tooMany++
    else ids.set(id, line)
  }
  const refuse = (piece: string, line: number, why: string) => {
    if (report.malformedCount++ < MAX_ROWS) report.malformed.push({ text: piece.slice(0, 100), line, why })
  }
  function* readRange(piece: string, first: string, last: string, line: number) {
    const why = findTokenIdFault(first) ?? findTokenIdFault(last) ?? findRangeFault(first, last, expanded)
    if (why) return refuse(piece, line, why)
    for (let id = BigInt(first), end = BigInt(last), step = 1; id <= end; id++, step++) {
      keep(String(id), line)
      if (step % PAUSE === 0) yield
    }
    expanded += Number(BigInt(last) - BigInt(first)) + 1
  }

  /** Each pause is a moment at which to leave it for a while. */
  function* readRow(row: string): Generator<void, void> {
    line++
    let step = 0
    for (const piece of row.replace(/(\d) +[-–] +(?=#?\d)/g, '$1-').split(/[\s,;"'`[\](){}\uFEFF]+/)) {
      if (++step % PAUSE === 0) yield
      if (piece === '') continue
      const range = /^#?(\d+)[-–]#?(\d+)$/.exec(piece)
      if (range?.[1] && range[2]) {
        yield* readRange(piece, range[1], range[2], line)
        continue
      }
      const id = piece.startsWith('#') ? piece.slice(1) : piece
      const why = findTokenIdFault(id)
      if (why) refuse(piece, line, why)
      else keep(id, line)
    }
  }
  const finish = (): TokenIdReport => ({ ...report, ids: [...ids.keys()], lines: [...ids.values()] })
  return { readRow, finish }
}

function findRangeFault(first: string, last: string, expanded: number): string | null {
  const span = BigInt(last) - BigInt(first)
  if (span < 0n) return 'The range ends before it starts.'
  if (span >= MAX_RANGE) return 'A range may name at most 100,000 ids.'
  return expanded + Number(span) >= MAX_EXPANDED ? 'The ranges above already name more ids than fit.' : null
}
