import { IDS_LIMIT, isTokenId } from '../../token-id.ts'
import { type AmbiguityKind, findAmbiguity } from './find-ambiguity.ts'
import { findIdFault } from './find-id-fault.ts'
import { trimMarks } from './trim-marks.ts'

export type Named = { kind: 'id'; id: string } | { kind: 'range'; first: string; last: string }
export type Ambiguity = {
  kind: 'doubt'
  doubt: AmbiguityKind
  text: string
  /** What it names when it is meant as one number. */
  reading: Named
  /** What it names when its separators separate ids; null when that makes no sense. */
  apart: Named[] | null
}
export type Part = Named | Ambiguity | { kind: 'fault'; text: string; why: string }

/** A range of two ids with separators is the longest that can mean anything. */
const MAX_LENGTH = 256

/** Reads one cell, or one piece of a line, as a whole: nothing is ever taken from the middle of it. */
export function readPart(raw: string): Part {
  const whole = trimMarks(raw)
  const isNumeric = whole.length <= MAX_LENGTH && /\p{Nd}/u.test(whole)
  if (!isNumeric) return { kind: 'fault', text: whole, why: findIdFault('') }
  const text = unquote(toAsciiDigits(whole)).replace(/^#(?=\d)/, '')
  const found = findAmbiguity(text)
  if (found) {
    return {
      kind: 'doubt',
      doubt: found.doubt,
      text: whole,
      reading: { kind: 'id', id: found.id },
      apart: null,
    }
  }
  if (isTokenId(text)) return { kind: 'id', id: text }
  return readRange(text, whole) ?? { kind: 'fault', text: whole, why: findIdFault(text) }
}

const toAsciiDigits = (text: string) =>
  text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))

/** Also without the `="…"` in which spreadsheets are made to keep a long number as text. */
function unquote(text: string): string {
  const inner = /^(?:=?"([^"]*)"|'([^']*)'|`([^`]*)`|[“‘]([^“”‘’]*)[”’])$/.exec(text)
  return inner ? trimMarks(inner.slice(1).find((group) => group !== undefined) ?? '') : text
}

/** `100-250` and `#100 – #250`; null when its two ends are no numbers. */
function readRange(text: string, whole: string): Part | null {
  const [, from, to] = /^(.*\d)\s*[-–]\s*(#?\d.*)$/.exec(text) ?? []
  if (from === undefined || to === undefined) return null
  const ends = [readPart(from), readPart(to)]
  const [first, last] = ends.map((end) => (end.kind === 'doubt' ? end.reading : end))
  if (first?.kind !== 'id' || last?.kind !== 'id') return null
  const span = BigInt(last.id) - BigInt(first.id)
  if (span < 0n) return { kind: 'fault', text: whole, why: 'The range ends before it starts.' }
  if (span >= BigInt(IDS_LIMIT)) {
    return { kind: 'fault', text: whole, why: 'A range can contain at most 100,000 ids.' }
  }
  const reading: Named = { kind: 'range', first: first.id, last: last.id }
  const doubtful = ends.find((end) => end.kind === 'doubt')
  return doubtful ? { ...doubtful, text: whole, reading } : reading
}
