import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { networkSlugs } from '../collection/network-slug.ts'

const HEADER = 'x-refresh-desk-target'
const SCRIPT_PATH = new RegExp(`^/api/(${networkSlugs.join('|')})(?![\\w-])`)
/** Nobody is served here; what has no path of this desk in it ends here. */
const NOWHERE = '/api/-/-'
const METHODS = ['GET', 'HEAD', 'POST']
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
  const { headers, method = '', url = '' } = request
  delete headers[HEADER]
  // Another host's address, `//host` or `*`: Next would redirect there or break.
  if (!/^\/(?![/\\])/.test(url)) request.url = NOWHERE
  const slug = SCRIPT_PATH.exec(url)?.[1]
  if (slug === undefined) return
  for (const name of Object.keys(headers)) if (!READ.test(name)) delete headers[name]
  headers[HEADER] = `${method} ${url}`
  request.url = `/api/${slug}/v1`
  // `Request` cannot be of any method; these are all refused alike.
  if (!METHODS.includes(method)) request.method = 'PUT'
}

/** Method, path and query as they came, without the place where the desk serves this network. */
export function readRawTarget(request: Request, slug: string): { method: string; target: string } | null {
  const [method = '', url = ''] = request.headers.get(HEADER)?.split(' ') ?? []
  const prefix = `/api/${slug}`
  return url.startsWith(prefix) ? { method, target: url.slice(prefix.length) } : null
}
