import 'server-only'
import type { IncomingHttpHeaders } from 'node:http'
import { isVisible } from '../../core/visible-name.ts'
import { refreshName } from '../../domain/refreshes/refresh-key.ts'
import type { ScriptAnswer } from '../../services/proxy/script-request.ts'
import { answerHeaders } from '../security-headers.ts'

const upward = [
  'accept',
  'content-type',
  'x-imx-eth-address',
  'x-imx-eth-signature',
  'x-imx-eth-timestamp',
  'x-sdk-version',
]

/** The headers of a script that the network sees. Our token, cookies and everything else stay here. */
export function headersUp(headers: IncomingHttpHeaders): Record<string, string> {
  const up: Record<string, string> = {}
  for (const name of upward) {
    const value = headers[name]
    if (value !== undefined) up[name] = String(value)
  }
  return up
}

const LONGEST_NOTE = 500

/** A script may name its submission for the team; the desk keeps this header to itself. */
export function readNote(headers: IncomingHttpHeaders): string | null {
  const bytes = headers['x-refresh-desk-note']
  if (bytes === undefined) return null
  const note = Buffer.from(String(bytes), 'latin1').toString('utf8').trim().slice(0, LONGEST_NOTE)
  return isVisible(note) ? note : null
}

/** Of one connection only, or commands to whoever reads them about this desk's own origin. */
const keptBack = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'content-length',
  'set-cookie',
  'set-cookie2',
  'alt-svc',
  'clear-site-data',
  'link',
  'location',
  'nel',
  'public-key-pins',
  'refresh',
  'report-to',
  'reporting-endpoints',
  'service-worker-allowed',
  'sourcemap',
  'strict-transport-security',
  'x-api-key',
]

// What the network said goes on as it is; packing a page of assets also takes longer than everything else done to it.
const own = Object.entries({
  ...answerHeaders,
  'cache-control': `${answerHeaders['cache-control']}, no-transform`,
})
const dropped = new Set([...keptBack, ...own.map(([name]) => name), 'x-request-id', 'x-refresh-desk-refresh'])

/**
 * The network's headers as a script may have them, with the age of the answer and where the history has it: names and
 * values in turn, as `writeHead` takes them.
 */
export function headersDown({ answer, ageMs, refreshNumber }: ScriptAnswer, requestId: string): string[] {
  const connection = answer.headers.get('connection')?.toLowerCase() ?? ''
  const named = connection.split(/\s*,\s*/)
  const headers: string[] = []
  for (const [name, value] of answer.headers) {
    const plain = name.toLowerCase()
    const isOurs = dropped.has(plain) || (plain === 'age' && ageMs !== null)
    if (!isOurs && !plain.startsWith('access-control-') && !named.includes(plain)) headers.push(name, value)
  }
  if (ageMs !== null) headers.push('age', String(upstreamAge(answer) + Math.floor(ageMs / 1_000)))
  if (refreshNumber !== null) headers.push('x-refresh-desk-refresh', refreshName(refreshNumber))
  headers.push(...own.flat(), 'x-request-id', requestId)
  return headers
}

function upstreamAge({ headers }: ScriptAnswer['answer']): number {
  const age = headers.get('age') ?? ''
  return /^\d{1,9}$/.test(age) ? Number(age) : 0
}
