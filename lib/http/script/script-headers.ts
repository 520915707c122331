import 'server-only'
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
export function headersUp(headers: Headers): Record<string, string> {
  return Object.fromEntries(
    upward.flatMap((name) => {
      const value = headers.get(name)
      return value === null ? [] : [[name, value]]
    }),
  )
}

const LONGEST_NOTE = 500

/** A script may name its submission for the team; the desk keeps this header to itself. */
export function readNote(headers: Headers): string | null {
  const bytes = Buffer.from(headers.get('x-refresh-desk-note') ?? '', 'latin1')
  const note = bytes.toString('utf8').trim().slice(0, LONGEST_NOTE)
  return isVisible(note) ? note : null
}

/** Of one connection only, or commands to whoever reads them about this desk's own origin. */
const kept = new Set([
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
])

/** The network's headers as a script may have them, with the age of the answer and where the history has it. */
export function headersDown({ answer, ageMs, refreshNumber }: ScriptAnswer, requestId: string): Headers {
  const named = answer.headers.get('connection')?.toLowerCase().split(',') ?? []
  const isKept = (name: string) =>
    kept.has(name) || name.startsWith('access-control-') || named.some((one) => one.trim() === name)
  const headers = new Headers([...answer.headers].filter(([name]) => !isKept(name)))
  if (ageMs !== null) headers.set('age', String(upstreamAge(answer.headers) + Math.floor(ageMs / 1_000)))
  if (refreshNumber !== null) {
    headers.set('x-refresh-desk-refresh', refreshName(refreshNumber))
  }
  for (const [name, value] of Object.entries(answerHeaders)) headers.set(name, value)
  // What the network said goes on as it is; packing a page of assets also takes longer than everything else done to it.
  headers.set('cache-control', `${answerHeaders['cache-control']}, no-transform`)
  headers.set('x-request-id', requestId)
  return headers
}

function upstreamAge(headers: Headers): number {
  const age = headers.get('age') ?? ''
  return /^\d{1,9}$/.test(age) ? Number(age) : 0
}
