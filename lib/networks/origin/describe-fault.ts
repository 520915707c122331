import type { FaultKind } from './finding.ts'

export type FaultText = {
  title: string
  /** What was seen, in a sentence or two. */
  what: string
  /** What to do about it. */
  advice: string
}

const generator = 'Use a JSON library of your language instead of putting the text together by hand.'

/** Bodies that came with 200 and are no metadata; no two have the same title. */
const unreadable = {
  empty: {
    title: 'The answer is empty',
    what: 'Your metadata API answered 200 without a body.',
    advice: 'Make it send the metadata in the body, or 404 where there is none yet. Then retry these tokens.',
  },
  html: {
    title: 'The answer is a web page, not JSON',
    what: 'Your metadata API answered 200 with HTML.',
    advice:
      'Look at the page below: a login, a maintenance notice or the start page of a website are common. Serve JSON under this address, then retry these tokens.',
  },
  xml: {
    title: 'The answer is XML, not JSON',
    what: 'Your metadata API answered 200 with an XML document.',
    advice: 'Serve JSON under this address, then retry these tokens.',
  },
  text: {
    title: 'The answer is plain text, not JSON',
    what: 'Your metadata API answered 200 with text that does not begin like JSON.',
    advice: 'Read the text below. Serve a JSON object under this address, then retry these tokens.',
  },
  compressed: {
    title: 'The answer is compressed, but does not say so',
    what: 'The body is gzip, and the header Content-Encoding is missing.',
    advice: 'Set Content-Encoding: gzip on the file, or store it uncompressed. Then retry these tokens.',
  },
  not_utf8: {
    title: 'The answer is not UTF-8',
    what: 'The body holds bytes that are no UTF-8, as Latin-1, Windows-1252 or UTF-16 have them.',
    advice: 'Save or send the metadata as UTF-8, then retry these tokens.',
  },
  byte_order_mark: {
    title: 'The answer is JSON with a byte order mark in front',
    what: 'The JSON is preceded by the invisible character U+FEFF. Strict readers do not take it.',
    advice:
      'Save the file as “UTF-8 without BOM”, or drop the first three bytes before sending it. Then retry these tokens.',
  },
  data_uri: {
    title: 'The answer is a data: address, not JSON',
    what: 'The body is a data: address that holds the metadata, not the metadata itself.',
    advice: 'Decode it on your side and send the JSON in it. Then retry these tokens.',
  },
  null: {
    title: 'The answer is JSON, but null',
    what: 'The body is the word null, so nothing was found where the metadata should be.',
    advice:
      'Check that these tokens have metadata; answer 404 while they have none. Then retry these tokens.',
  },
  list: {
    title: 'The answer is JSON, but a list',
    what: 'The body is a JSON list. Immutable expects one object.',
    advice: 'Send the object alone, without the square brackets around it. Then retry these tokens.',
  },
  string: {
    title: 'The answer is JSON, but a text',
    what: 'The body is a JSON text in quotation marks. Immutable expects an object.',
    advice: 'Send an object in braces. Then retry these tokens.',
  },
  json_in_text: {
    title: 'The answer is JSON inside a JSON text',
    what: 'The metadata was turned into JSON twice: the body is a text that holds the object.',
    advice:
      'Turn it into JSON once only, for example by leaving out one JSON.stringify. Then retry these tokens.',
  },
  value: {
    title: 'The answer is JSON, but a single value',
    what: 'The body is a number, true or false. Immutable expects an object.',
    advice: 'Send an object in braces. Then retry these tokens.',
  },
  trailing_comma: {
    title: 'The answer is not valid JSON: a comma too many',
    what: 'A comma stands before a closing brace or bracket.',
    advice: `Remove that comma. ${generator} Then retry these tokens.`,
  },
  bad_number: {
    title: 'The answer is not valid JSON: NaN or Infinity',
    what: 'JSON has no NaN and no Infinity. Python writes them unless it is told not to.',
    advice:
      'Send null or leave the field out; in Python use json.dumps(…, allow_nan=False). Then retry these tokens.',
  },
  bad_json: {
    title: 'The answer is not valid JSON',
    what: 'The body begins like JSON, but has a mistake further on. The single tokens below say where.',
    advice: `Mend the mistake. ${generator} Then retry these tokens.`,
  },
  cut_off: {
    title: 'The answer ends in the middle',
    what: 'The body begins like JSON and stops before its end.',
    advice:
      'Check whether your metadata API or a proxy in front of it broke off, and whether Content-Length is right. Then retry these tokens.',
  },
  too_large: {
    title: 'The answer is too large',
    what: 'The body is far larger than metadata usually is.',
    advice:
      'Move images and long texts out of the metadata and put their addresses in their place. Then retry these tokens.',
  },
  too_deep: {
    title: 'The answer is nested too deeply',
    what: 'Objects and lists lie so deep in each other that readers give up.',
    advice: 'Look for a part that contains itself, flatten it, then retry these tokens.',
  },
  wrong_type: {
    title: 'The answer is JSON, but was not accepted as JSON',
    what: 'The body is a valid JSON object, so most likely it was sent with another content type.',
    advice:
      'Check that it is sent with Content-Type: application/json. Raw file hosts send text/plain, object stores application/octet-stream. Then retry these tokens.',
  },
} as const satisfies Partial<Record<FaultKind, FaultText>>

export type UnreadableKind = keyof typeof unreadable

/** Undefined for a fault that lies not in the body. */
export const describeFault = (kind: FaultKind): FaultText | undefined =>
  Object.hasOwn(unreadable, kind) ? unreadable[kind as UnreadableKind] : undefined

export const unreadableKinds = Object.keys(unreadable) as UnreadableKind[]
