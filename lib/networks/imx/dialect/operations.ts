/** What of the Immutable X API may be reached through the desk. */
export type ImxOperation = {
  method: 'GET' | 'POST'
  path: RegExp
  /** Its answer is for the owner alone, who is named and proven by the three `x-imx-eth-*` headers. */
  isSigned: boolean
}

/** One path segment that no server reads as anything else: no escape, no slash, no dots alone. */
const ID = '(?!\\.{1,2}(?:/|$))[A-Za-z0-9._~-]{1,200}'

const at = (path: string) => new RegExp(`^/v1/${path.replaceAll(':id', ID)}$`)
const open = (path: string): ImxOperation => ({ method: 'GET', path: at(path), isSigned: false })
const signed = (path: string): ImxOperation => ({ method: 'GET', path: at(path), isSigned: true })

export const createRefreshOperation: ImxOperation = {
  method: 'POST',
  path: at('metadata-refreshes'),
  isSigned: true,
}

const operations: readonly ImxOperation[] = [
  open('assets'),
  open('assets/:id/:id'),
  open('collections'),
  open('collections/:id'),
  open('collections/:id/filters'),
  open('collections/:id/metadata-schema'),
  createRefreshOperation,
  signed('metadata-refreshes'),
  signed('metadata-refreshes/:id'),
  signed('metadata-refreshes/:id/errors'),
]

/** Null for everything that is not one of them; `path` is the raw path from `/v1` on. */
export function findOperation(method: string, path: string): ImxOperation | null {
  return operations.find((operation) => operation.method === method && operation.path.test(path)) ?? null
}
