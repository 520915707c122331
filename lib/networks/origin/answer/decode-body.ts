import type { Fault } from '../finding-schema.ts'
import { placeOf } from '../place-of.ts'

const MARK = '\uFEFF'
const REPLACEMENT = '\uFFFD'

/** The text of a body without its byte order mark. A text that comes from the network has been decoded before. */
export function decodeBody(body: string | Uint8Array): { text: string; faults: Fault[] } {
  const decoded = typeof body === 'string' ? body : new TextDecoder('utf-8', { ignoreBOM: true }).decode(body)
  const hasMark = decoded.startsWith(MARK)
  const text = hasMark ? decoded.slice(1) : decoded
  const faults: Fault[] = hasMark ? [{ kind: 'byte_order_mark' }] : []
  const broken = isCertainlyUtf8(body) ? -1 : text.indexOf(REPLACEMENT)
  if (broken >= 0) faults.push({ kind: 'not_utf8', ...placeOf(text, broken) })
  return { text, faults }
}

/** In decoded text a replacement character is all that is left of bytes that were no UTF-8. */
function isCertainlyUtf8(body: string | Uint8Array): boolean {
  if (typeof body === 'string') return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(body)
    return true
  } catch {
    return false
  }
}
