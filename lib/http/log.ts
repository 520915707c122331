import 'server-only'
import { inspect } from 'node:util'

type Fields = Record<string, unknown>

const SIGNATURE = /(?:0x)?[0-9a-fA-F]{128,}/g
const ACCESS_TOKEN = /rd_[\w-]{43}/g

/** One JSON line per event on stderr, for operators. Never give it a signature, a cookie or a key. */
export const log = {
  info: (fields: Fields) => write('info', fields),
  warn: (fields: Fields) => write('warn', fields),
  error: (fields: Fields) => write('error', fields),
}

function write(level: string, { error, ...fields }: Fields): void {
  const line = { at: new Date().toISOString(), level, ...fields, ...(error ? { error: expand(error) } : {}) }
  // A second net only: an error of a library may quote what it was given.
  const text = JSON.stringify(line).replace(SIGNATURE, '[signature]').replace(ACCESS_TOKEN, '[token]')
  process.stderr.write(`${text}\n`)
}

/** `JSON.stringify` drops what an Error is about. */
function expand(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return expandOther(error)
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  const cause = error.cause && depth < 4 ? { cause: expand(error.cause, depth + 1) } : {}
  return { name: error.name, message: messageOf(error), ...code, stack: error.stack, ...cause }
}

/** Node gives an error that stands for several no message of its own. */
function messageOf(error: Error): string {
  const [first] = error instanceof AggregateError ? error.errors : []
  return error.message || String(first instanceof Error ? first.message : error)
}

/** Libraries throw and report objects of other kinds too. */
function expandOther(error: unknown): unknown {
  if (typeof error !== 'object' || error === null) return String(error)
  const { name, message, code, stack, queue } = error as Record<string, unknown>
  return { name, message: message || code || inspect(error, { depth: 2 }), code, queue, stack }
}
