import 'server-only'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { type Asked, toAsked } from './test-asked.ts'
import { collectionFacts } from './test-collection-facts.ts'

/** How a test lets the network answer the next submission; `accept` is what happens without a script. */
export type Answer =
  | 'accept'
  /** The connection is cut before, or after, the network took the request. */
  | 'drop'
  | 'accept_and_drop'
  | { status: number; body?: unknown; headers?: Record<string, string> }

type Refusal = { token_id: string; error_code: string; client_response_status_code: number | null }
type Taken = { id: string; tokenIds: string[]; isCompleted: boolean; startedAt: Date; collection: string }
/** What it tells about one refresh instead of the truth. */
type Oddity = {
  listed?: Record<string, unknown>
  status?: Record<string, unknown>
  httpStatus?: number
  /** The tokens whose failures it lists. */
  failures?: string[]
}
/**
 * A network that answers word by word what a test wants, over real HTTP. Whole lives are tested with the sandbox;
 * this is for answers no honest implementation gives.
 */
export async function openTestNetwork({ owner, collection }: { owner: string; collection: string }) {
  const network = {
    script: [] as Answer[],
    /** What it answers to looks and lists instead, while set. */
    readStatus: null as number | null,
    quota: null as { limit: number; remaining: number; resetsAt: Date } | null,
    failures: new Map<string, Omit<Refusal, 'token_id'>>(),
    /** What looks report instead of the truth, while set. */
    status: null as Record<string, unknown> | null,
    isSlow: false,
    /** It cannot speak of its collections. */
    isUnreachable: false,
    /** What it answers to a read instead of the truth; null where it tells the truth. */
    instead: (_asked: Asked): { status?: number; body: unknown } | null => null,
    /** Its own clock, which its answers carry. */
    now: () => new Date(),
    /** By id. */
    odd: new Map<string, Oddity>(),
    /** Larger lists come in pages. */
    pageSize: Number.POSITIVE_INFINITY,
    /** Awaited after it took a request, before it says so. */
    afterTaking: async () => {},
    /** Awaited after it made its list, or looked at one refresh, before it answers. */
    afterReading: async (_what: 'list' | 'refresh') => {},
    /** What its list does not show, though it has it. */
    hidden: new Set<string>(),
    taken: [] as Taken[],
    submissions: 0,
    looks: 0,
    listings: 0,
  }

  const take = (
    tokenIds: string[],
    id: string = crypto.randomUUID(),
    startedAt = network.now(),
    of: string = collection,
  ) => {
    network.taken.push({ id, tokenIds, isCompleted: !network.isSlow, startedAt, collection: of })
    return id
  }

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname: path, searchParams } = new URL(request.url ?? '/', 'http://network')
    const send = (status: number, body: unknown, headers: Record<string, string> = {}) =>
      response
        .writeHead(status, {
          'content-type': 'application/json',
          date: network.now().toUTCString(),
          ...headers,
        })
        .end(JSON.stringify(body))
    if (path.startsWith('/v1/collections/')) {
      return network.isUnreachable
        ? send(500, {})
        : send(200, collectionFacts(path.split('/')[3] ?? '', owner))
    }
    if (request.method === 'POST') return submit(request, response, send)
    const [, , , id, errors] = path.split('/').map(decodeURIComponent)
    if (id) network.looks += 1
    else network.listings += 1
    if (network.readStatus !== null) return send(network.readStatus, { code: 'refused', message: 'No.' })
    const instead = network.instead(toAsked(path, searchParams))
    if (instead) return send(instead.status ?? 200, instead.body)
    if (!id) {
      const isOfRefreshes = path.endsWith('/metadata-refreshes')
      const page = isOfRefreshes ? listTaken(Number(searchParams.get('cursor') || 0)) : nothing
      await network.afterReading('list')
      return send(200, page)
    }
    const odd = network.odd.get(id)?.httpStatus
    if (odd) return send(odd, { code: 'odd', message: 'Odd.' })
    const refresh = network.taken.find((one) => one.id === id)
    if (!refresh) return send(404, { code: 'resource_not_found_code', message: 'No such refresh' })
    await network.afterReading('refresh')
    return send(200, errors ? listErrors(refresh) : statusOf(refresh))
  }

  const submit = async (
    request: IncomingMessage,
    response: ServerResponse,
    send: (status: number, body: unknown, headers?: Record<string, string>) => unknown,
  ) => {
    const body: Record<string, unknown> = JSON.parse(await text(request))
    const named = (name: string) => Object.entries(body).find(([key]) => key.toLowerCase() === name)?.[1]
    const tokenIds = (named('token_ids') ?? []) as string[]
    const of = String(named('collection_address') ?? collection)
    network.submissions += 1
    const answer = network.script.shift() ?? 'accept'
    if (typeof answer === 'object') return send(answer.status, answer.body ?? {}, answer.headers)
    if (answer === 'drop') return response.socket?.destroy()
    const id = crypto.randomUUID()
    take(tokenIds, id, network.now(), of)
    if (network.quota) network.quota.remaining -= 1
    await network.afterTaking()
    if (answer === 'accept_and_drop') return response.socket?.destroy()
    return send(202, { refresh_id: id }, quotaHeaders())
  }

  const quotaHeaders = (): Record<string, string> =>
    network.quota
      ? {
          'x-imx-refreshes-limit': String(network.quota.limit),
          'x-imx-remaining-refreshes': String(network.quota.remaining),
          'x-imx-refresh-limit-reset': String(Math.floor(network.quota.resetsAt.getTime() / 1000)),
        }
      : {}

  const failed = ({ tokenIds }: Taken) => tokenIds.filter((id) => network.failures.has(id))
  const frameOf = ({ id, startedAt, collection: of }: Taken) => ({
    refresh_id: id,
    collection_address: of,
    started_at: startedAt.toISOString(),
  })
  const nothing = { result: [], cursor: '', remaining: 0 }
  const listTaken = (start: number) => {
    const end = start + network.pageSize
    const all = network.taken
      .filter(({ id }) => !network.hidden.has(id))
      .map((one) => ({
        ...frameOf(one),
        status: 'in_progress',
        completed_at: null,
        ...network.odd.get(one.id)?.listed,
      }))
      .reverse()
    return {
      result: all.slice(start, end),
      cursor: end < all.length ? String(end) : 'end',
      remaining: end < all.length ? 1 : 0,
    }
  }
  const statusOf = (refresh: Taken) => ({
    ...frameOf(refresh),
    status: refresh.isCompleted ? 'completed' : 'in_progress',
    completed_at: refresh.isCompleted ? '2026-11-24T14:01:00.000Z' : null,
    summary: refresh.isCompleted
      ? {
          succeeded: refresh.tokenIds.length - failed(refresh).length,
          failed: failed(refresh).length,
          pending: 0,
        }
      : { succeeded: 1, failed: 0, pending: refresh.tokenIds.length - 1 },
    ...network.status,
    ...network.odd.get(refresh.id)?.status,
  })
  const listErrors = (refresh: Taken) => ({
    cursor: 'end',
    remaining: 0,
    result: (network.odd.get(refresh.id)?.failures ?? failed(refresh)).map((token_id) => ({
      token_id,
      error_code: 'invalid_response_status_code',
      client_response_status_code: 404,
      collection_address: collection,
      client_token_metadata_url: `https://meta.example.com/${token_id}`,
      client_response_body: 'nothing here',
      created_at: '2026-11-24T14:00:30.000Z',
      ...network.failures.get(token_id),
    })),
  })

  const server = createServer((request, response) => void handle(request, response))
  // Only a script drops connections: one that is closed for being idle may be in use just then.
  server.keepAliveTimeout = 0
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const close = async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
  return Object.assign(network, { url: `http://127.0.0.1:${port}`, quotaHeaders, take, close })
}
