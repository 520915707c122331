import type { ScriptOperation } from '../../provider/script-dialect.ts'

/** One path segment that no server reads as anything else: no escape, no slash, no dots alone. */
const ID = '(?!\\.{1,2}(?:/|$))[A-Za-z0-9._~-]{1,200}'

const at = (path: string) => new RegExp(`^/v1/${path.replaceAll(':id', ID)}$`)
const read = (path: string, isSigned: boolean): ScriptOperation => ({
  method: 'GET',
  path: at(path),
  isSigned,
  isSubmission: false,
})
const open = (path: string) => read(path, false)
const signed = (path: string) => read(path, true)

/** What of the Immutable X API may be reached through the desk. */
const operations: readonly ScriptOperation[] = [
  open('assets'),
  open('assets/:id/:id'),
  open('collections'),
  open('collections/:id'),
  open('collections/:id/filters'),
  open('collections/:id/metadata-schema'),
  { method: 'POST', path: at('metadata-refreshes'), isSigned: true, isSubmission: true },
  signed('metadata-refreshes'),
  signed('metadata-refreshes/:id'),
  signed('metadata-refreshes/:id/errors'),
]

/** Null for everything that is not one of them; `path` is the raw path from `/v1` on. */
export function findOperation(method: string, path: string): ScriptOperation | null {
  return operations.find((operation) => operation.method === method && operation.path.test(path)) ?? null
}
