import { isBrokenNumber } from './numbers/find-id-fault.ts'
import { type Named, type Part, readPart } from './numbers/read-part.ts'
import { trimMarks } from './numbers/trim-marks.ts'

/** Separators that no number contains. A comma between two characters may be part of a number. */
const SEPARATOR = /[;|\t、；，]|(?<!\S),|,(?!\S)/g
const BULLET = /^[-*•·–—]\s+/
const OPENING = /^[[({]{1,8}/
const CLOSING = /[\])}]{1,8}[,;]?$/

/** The pieces of one line of a list: ids and ranges between commas, semicolons, tabs and spaces. */
export function* splitLine(line: string): Generator<Part, void> {
  const inner = trimMarks(line).replace(BULLET, '').replace(OPENING, '').replace(CLOSING, '')
  const tight = inner.replace(/(\d)\s+[-–]\s+(?=#?\d)/g, '$1-')
  let start = 0
  for (const { index } of tight.matchAll(SEPARATOR)) {
    yield* readSegment(tight.slice(start, index))
    start = index + 1
  }
  yield* readSegment(tight.slice(start))
}

function* readSegment(text: string): Generator<Part, void> {
  const segment = trimMarks(text)
  if (segment === '') return
  const whole = readPart(segment)
  if (whole.kind !== 'fault') yield withApart(whole, segment)
  else if (isBrokenNumber(segment)) yield whole
  else for (const [words] of segment.matchAll(/[^ ]+/g)) yield* readWords(words)
}

/** Spaces of other kinds may stand within a number: `1\u202f234`. */
function* readWords(words: string): Generator<Part, void> {
  const whole = /\s/.test(words) ? readPart(words) : null
  if (whole && whole.kind !== 'fault') yield inLine(withApart(whole, words))
  else for (const [word] of words.matchAll(/\S+/g)) yield* readWord(word)
}

function* readWord(word: string): Generator<Part, void> {
  const whole = readPart(word)
  if (whole.kind !== 'fault' || !word.includes(',') || isBrokenNumber(word))
    yield inLine(withApart(whole, word))
  else for (const [piece] of word.matchAll(/"[^"]*"|[^,]+/g)) yield inLine(readPart(piece))
}

/** Commas and spaces also separate ids; apostrophes and dots never do. */
function withApart(part: Part, text: string): Part {
  if (part.kind !== 'doubt' || part.doubt !== 'thousands' || !/[,\s]/.test(text)) return part
  const pieces = text.split(/[,\s]+/).map(readPart)
  return pieces.every(isNamed) ? { ...part, apart: pieces } : part
}

const isNamed = (part: Part): part is Named => part.kind === 'id' || part.kind === 'range'

/** Beside others, a number that starts with a zero may be the end of a larger one: `1 017`. */
const inLine = (part: Part): Part =>
  part.kind === 'doubt' && part.doubt === 'zeros'
    ? { kind: 'fault', text: part.text, why: 'A number has a leading zero and may be part of a larger one.' }
    : part
