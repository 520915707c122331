import 'server-only'
import { setImmediate } from 'node:timers/promises'
import { AppError } from '../core/app-error.ts'
import { parseJson } from '../core/parse-json.ts'

const COMMA = 0x2c
const LARGE_BYTES = 256 * 1024

export type BodyLimit = {
  bytes: number
  /** How many values its lists may have together. */
  items?: number
}

/** The bytes of the request's JSON; stops reading as soon as they are more than `maxBytes`, whatever its header says. */
export async function readJsonBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') {
    throw new AppError('unsupported_media_type', 'The request body must be application/json.')
  }
  return readBytes(request, maxBytes)
}

/** The JSON in a body that was read. */
export async function parseBody(bytes: Uint8Array, limit: BodyLimit): Promise<unknown> {
  if (limit.items !== undefined && hasMoreCommas(bytes, limit.items)) {
    throw new AppError('too_large', `The request body has more than ${limit.items} values.`)
  }
  const value = parseJson(new TextDecoder().decode(bytes))
  if (value === undefined) throw new AppError('invalid_request', 'The request body is not JSON.')
  // What parses a large body and what checks it must not hold the thread together.
  if (bytes.byteLength > LARGE_BYTES) await setImmediate()
  return value
}

/** Parsing a million values takes half a second of everybody's time, counting their commas a few milliseconds. */
function hasMoreCommas(bytes: Uint8Array, limit: number): boolean {
  let commas = 0
  for (let at = bytes.indexOf(COMMA); at !== -1; at = bytes.indexOf(COMMA, at + 1)) {
    commas += 1
    if (commas > limit) return true
  }
  return false
}

async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw bodyTooLarge(maxBytes)
  const chunks: Uint8Array[] = []
  let bytes = 0
  const reader = request.body?.getReader()
  while (reader) {
    const { done, value } = await reader.read()
    if (done) break
    bytes += value.byteLength
    if (bytes > maxBytes) {
      await reader.cancel().catch(() => {})
      throw bodyTooLarge(maxBytes)
    }
    chunks.push(value)
  }
  return Buffer.concat(chunks)
}

export function bodyTooLarge(maxBytes: number): AppError {
  return new AppError('too_large', `The request body is larger than ${Math.floor(maxBytes / 1024)} KiB.`)
}
