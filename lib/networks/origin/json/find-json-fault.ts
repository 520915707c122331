import { visit } from 'jsonc-parser'
import { byteSize } from '../byte-size.ts'
import type { Fault } from '../finding-schema.ts'
import { placeOf } from '../place-of.ts'

const TOKEN = /[-+]?[\p{L}\p{N}_$.]+|"[^"]{0,38}"?|\S/uy
const NUMBERS = /^[-+]?(nan|inf(inity)?)$/i

/** What is wrong with a text that is no JSON, with the place and the word at which a reader stumbles. */
export function findJsonFault(text: string): Fault {
  const at = firstError(text)
  if (text.slice(at).trim() === '' || isOpenText(text, at)) return { kind: 'cut_off', bytes: byteSize(text) }
  const place = placeOf(text, at)
  const word = wordAt(text, at)
  if (NUMBERS.test(word)) return { kind: 'bad_number', ...place, word }
  if (/^[}\]]$/.test(word) && text.slice(0, at).trimEnd().endsWith(','))
    return { kind: 'trailing_comma', ...place, word: `,${word}` }
  return { kind: 'bad_json', ...place, word }
}

/** Reads no further: how deep lists lie behind a mistake nobody has counted, and the parser calls itself for each. */
function firstError(text: string): number {
  const offsets: number[] = []
  const onError = (_code: number, offset: number) => {
    offsets.push(offset)
    throw new Error('The first mistake is found.')
  }
  try {
    visit(text, { onError }, { disallowComments: true })
  } catch (error) {
    if (offsets.length === 0) throw error
  }
  return offsets[0] ?? 0
}

/** A text that begins at the fault and is never closed, as opposed to one with a character that may not be in it. */
const isOpenText = (text: string, at: number) =>
  text[at] === '"' && !/^"(?:[^"\\]|\\.)*"/s.test(text.slice(at)) && !/[\n\r]/.test(text.slice(at))

function wordAt(text: string, at: number): string {
  TOKEN.lastIndex = at
  return TOKEN.exec(text)?.[0].slice(0, 40) ?? ''
}
