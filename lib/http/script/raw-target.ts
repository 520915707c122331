import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { networkSlugs } from '../../domain/networks/network-slug.ts'

const HEADER = 'x-refresh-desk-target'
const SCRIPT_PATH = new RegExp(`^/api/(${networkSlugs.join('|')})(?![\\w-])`)
/** Nobody is served here; what has no path of this desk in it ends here. */
const NOWHERE = '/api/-/-'
const METHODS = ['GET', 'HEAD', 'POST']
const ALLOWED = 'x-refresh-desk-allowed'
/** Next breaks at others, such as TRACE. */
const PAGE_METHODS = ['GET', 'HEAD']
const API_METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
/** All that is read of a script. Next has its own uses for `rsc` and others. */
const READ =
  /^(host|connection|content-length|transfer-encoding|authorization|accept(-encoding)?|content-type|x-sdk-version|x-imx-eth-.*|x-refresh-desk-note)$/

/**
 * Lets `readRawTarget` tell what a request asked for byte for byte. Next parses paths and queries, drops some, writes the
 * others anew and redirects what it would not write so, before any handler of ours runs: too much for a way through.
 */
export function keepRawTargets(): void {
  subscribe('http.server.request.start', (message) => keep((message as { request: IncomingMessage }).request))
}

function keep(request: IncomingMessage): void {
  const { headers, url = '' } = request
  delete headers[HEADER]
  delete headers[ALLOWED]
  // Another host's address, `//host` or `*`: Next would redirect there or break.
  if (!/^\/(?![/\\])/.test(url)) request.url = NOWHERE
  const slug = SCRIPT_PATH.exec(url)?.[1]
  if (slug === undefined) keepMethod(request)
  else keepTarget(request, slug)
}

function keepTarget(request: IncomingMessage, slug: string): void {
  const { headers, method = '', url } = request
  for (const name of Object.keys(headers)) if (!READ.test(name)) delete headers[name]
  headers[HEADER] = `${method} ${url}`
  request.url = `/api/${slug}/v1`
  // `Request` cannot be of any method; these are all refused alike.
  if (!METHODS.includes(method)) request.method = 'PUT'
}

function keepMethod(request: IncomingMessage): void {
  const { method = '', url = '' } = request
  const allowed = url.startsWith('/api/') ? API_METHODS : PAGE_METHODS
  if (allowed.includes(method)) return
  request.headers[ALLOWED] = allowed.join(', ')
  request.url = NOWHERE
  request.method = 'PUT'
}

/** The methods that its address takes, where a request has another one; null where there is nothing at its address. */
export const readAllowed = (request: Request): string | null => request.headers.get(ALLOWED)

/** Method, path and query as they came, without the place where the desk serves this network. */
export function readRawTarget(request: Request, slug: string): { method: string; target: string } | null {
  const [method = '', url = ''] = request.headers.get(HEADER)?.split(' ') ?? []
  const prefix = `/api/${slug}`
  return url.startsWith(prefix) ? { method, target: url.slice(prefix.length) } : null
}
