import type { Fault } from '../finding-schema.ts'

const WORD = /^[^\s,;:]{1,40}/

/** What a body is that does not even begin like JSON; null when it does. */
export function recogniseText(text: string): Fault | null {
  const start = text.trimStart()
  if (start === '') return { kind: 'empty' }
  if (isGzip(start)) return { kind: 'compressed' }
  if (/^data:/i.test(start)) return { kind: 'data_uri', word: start.slice(0, 40) }
  if (/^<(\?xml|Error\b)/i.test(start)) return { kind: 'xml' }
  if (/^<(!doctype|!--|[a-z])/i.test(start)) return { kind: 'html' }
  // What is no UTF-8 may be JSON in another encoding.
  if (/^[{["\d/'\uFFFD-]|^(true|false|null|NaN|Infinity)\b/.test(start)) return null
  const word = WORD.exec(start)?.[0]
  return { kind: 'text', ...(word && { word }) }
}

/** Its second byte is no character of UTF-8. */
const isGzip = (text: string) => text.charCodeAt(0) === 0x1f && text[1] === '\uFFFD'
