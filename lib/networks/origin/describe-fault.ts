import type { FaultKind } from './finding.ts'

export type FaultText = {
  title: string
  /** What happened, in a sentence or two. */
  what: string
  /** What to do about it. */
  advice: string
}

const generator = 'Generate the JSON with a library instead of building the text yourself.'

/** Bodies sent with 200 that are not metadata. Each title is unique. */
const unreadable: Partial<Record<FaultKind, FaultText>> = {
  empty: {
    title: 'The answer is empty',
    what: 'Your metadata API answered 200 without a body.',
    advice: 'Send the metadata in the body, or 404 for tokens without metadata. Then retry these tokens.',
  },
  html: {
    title: 'The answer is a web page, not JSON',
    what: 'Your metadata API answered 200 with HTML.',
    advice:
      'Check the page below. Often it is a login page, a maintenance notice or the website’s home page. Serve JSON at this URL, then retry these tokens.',
  },
  xml: {
    title: 'The answer is XML, not JSON',
    what: 'Your metadata API answered 200 with an XML document.',
    advice: 'Serve JSON at this URL, then retry these tokens.',
  },
  text: {
    title: 'The answer is plain text, not JSON',
    what: 'Your metadata API answered 200 with text that doesn’t start like JSON.',
    advice: 'Read the text below. Serve a JSON object at this URL, then retry these tokens.',
  },
  compressed: {
    title: 'The answer is compressed without saying so',
    what: 'The body is compressed with gzip, but the Content-Encoding header is missing.',
    advice: 'Set Content-Encoding: gzip on the file, or store it uncompressed. Then retry these tokens.',
  },
  not_utf8: {
    title: 'The answer is not UTF-8',
    what: 'The body contains bytes that are not UTF-8. It may be Latin-1, Windows-1252 or UTF-16.',
    advice: 'Save or send the metadata as UTF-8, then retry these tokens.',
  },
  byte_order_mark: {
    title: 'The answer is JSON with a byte order mark',
    what: 'The JSON starts with the invisible character U+FEFF, which strict parsers reject.',
    advice:
      'Save the file as “UTF-8 without BOM”, or remove the first three bytes before sending it. Then retry these tokens.',
  },
  data_uri: {
    title: 'The answer is a data: URL, not JSON',
    what: 'The body is a data: URL that contains the metadata, not the metadata itself.',
    advice: 'Decode it on your server and send the JSON. Then retry these tokens.',
  },
  null: {
    title: 'The answer is JSON, but null',
    what: 'The body is null instead of metadata, so your API probably found none.',
    advice:
      'Check that these tokens have metadata, and answer 404 for tokens without any. Then retry these tokens.',
  },
  list: {
    title: 'The answer is a JSON list, not an object',
    what: 'The body is a JSON list. Immutable expects one object.',
    advice: 'Send the object itself, without square brackets around it. Then retry these tokens.',
  },
  string: {
    title: 'The answer is a JSON string, not an object',
    what: 'The body is a JSON string in quotation marks. Immutable expects an object.',
    advice: 'Send a JSON object in braces. Then retry these tokens.',
  },
  json_in_text: {
    title: 'The answer is JSON inside a JSON string',
    what: 'The metadata was encoded as JSON twice: the body is a string that contains the object.',
    advice: 'Encode it only once, for example by removing one JSON.stringify. Then retry these tokens.',
  },
  value: {
    title: 'The answer is a single JSON value, not an object',
    what: 'The body is a number, true or false. Immutable expects an object.',
    advice: 'Send a JSON object in braces. Then retry these tokens.',
  },
  trailing_comma: {
    title: 'The answer is not valid JSON: trailing comma',
    what: 'There is a comma before a closing brace or bracket.',
    advice: `Remove that comma. ${generator} Then retry these tokens.`,
  },
  bad_number: {
    title: 'The answer is not valid JSON: NaN or Infinity',
    what: 'JSON has no NaN or Infinity. Python writes them by default.',
    advice:
      'Send null or leave the field out. In Python, use json.dumps(…, allow_nan=False) to find them. Then retry these tokens.',
  },
  bad_json: {
    title: 'The answer is not valid JSON',
    what: 'The body starts like JSON, but contains a syntax error. Each token below shows where.',
    advice: `Fix the syntax error. ${generator} Then retry these tokens.`,
  },
  cut_off: {
    title: 'The answer is cut off',
    what: 'The body starts like JSON and ends too early.',
    advice:
      'Check whether your metadata API or a proxy in front of it ended the answer early, and whether Content-Length is correct. Then retry these tokens.',
  },
  too_large: {
    title: 'The answer is too large',
    what: 'The body is far larger than usual metadata.',
    advice: 'Replace images and long texts in the metadata with their URLs. Then retry these tokens.',
  },
  too_deep: {
    title: 'The answer is nested too deeply',
    what: 'Objects and lists are nested too deeply for parsers.',
    advice: 'Look for a part that contains itself and flatten it. Then retry these tokens.',
  },
  wrong_type: {
    title: 'The answer is JSON with the wrong content type',
    what: 'The body is a valid JSON object, so it was most likely sent with another content type.',
    advice:
      'Check that it is sent with Content-Type: application/json. Raw file hosts send text/plain, object stores application/octet-stream. Then retry these tokens.',
  },
}

/** Undefined for a fault outside the body. */
export const describeFault = (kind: FaultKind): FaultText | undefined => unreadable[kind]
