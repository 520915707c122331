import type { z } from 'zod'
import { parseJson } from '../../core/parse-json.ts'
import type { Clock } from '../http/clock.ts'
import type { Exchange } from '../http/exchange.ts'
import { toNetworkError } from '../http/raw/network-error.ts'
import type { HeaderReader } from '../http/raw/raw-headers.ts'
import { sendRawRequest } from '../http/raw/raw-request.ts'
import { readBody, readRefusal } from '../http/read-body.ts'
import type { UpstreamClock } from '../http/upstream-clock.ts'
import { UpstreamError } from '../http/upstream-error.ts'
import { parseExact } from '../origin/json/exact-json.ts'
import { toAnswerError } from './refreshing/answer-error.ts'

export type Answer<Data> = {
  data: Data
  headers: HeaderReader
  /** By our clock, in milliseconds. */
  receivedAt: number
}

type Request<Schema extends z.ZodType> = {
  fetch: typeof fetch | undefined
  clock: Clock
  onExchange: ((exchange: Exchange) => void) | undefined
  upstreamClock: UpstreamClock
  url: URL
  method: 'GET' | 'POST'
  headers: Record<string, string>
  body?: unknown
  schema: Schema
  status: number
  timeoutMs: number
}

/** One HTTP exchange: sends, reads and parses, or throws an UpstreamError that knows whether anything was written. */
export async function send<Schema extends z.ZodType>(
  request: Request<Schema>,
): Promise<Answer<z.output<Schema>>> {
  const { url, method, clock } = request
  const startedAt = clock.now()
  const report = (error: UpstreamError | null) =>
    request.onExchange?.({
      path: url.pathname,
      isWrite: method === 'POST',
      latencyMs: clock.now() - startedAt,
      error,
    })
  try {
    const answer = await exchange(request)
    report(null)
    return answer
  } catch (error) {
    const failure =
      error instanceof UpstreamError ? error : toNetworkError(error, `${method} ${url.pathname}`)
    report(failure)
    throw failure
  }
}

async function exchange<Schema extends z.ZodType>(
  request: Request<Schema>,
): Promise<Answer<z.output<Schema>>> {
  const what = `${request.method} ${request.url.pathname}`
  const { status, headers, text, receivedAt } = await ask(request, what)
  if (status !== request.status) throw toAnswerError({ status, headers }, text, what, receivedAt)
  const parsed = request.schema.safeParse(parseJson(text, parseExact))
  if (parsed.success) return { data: parsed.data, headers, receivedAt }
  throw new UpstreamError(
    `${what} was answered with something unreadable.`,
    { kind: 'invalid_response', httpStatus: status, isWritten: true },
    { cause: parsed.error },
  )
}

type Heard = { status: number; headers: HeaderReader; text: string; receivedAt: number }

async function ask<Schema extends z.ZodType>(request: Request<Schema>, what: string): Promise<Heard> {
  const { url, method, headers, clock, upstreamClock } = request
  const body = request.body === undefined ? null : JSON.stringify(request.body)
  if (method === 'POST' && !request.fetch) return askAlone(request, body)
  const doFetch = request.fetch ?? fetch
  const response = await doFetch(url, {
    method,
    headers,
    body,
    // A redirect would carry the owner's signature and our API key to another host.
    redirect: 'manual',
    cache: 'no-store',
    signal: AbortSignal.timeout(request.timeoutMs),
  })
  const receivedAt = clock.now()
  upstreamClock.note(response.headers)
  const isRefusal = response.status !== request.status
  const text = isRefusal ? await readRefusal(response) : await readBody(response, what)
  return { status: response.status, headers: response.headers, text, receivedAt }
}

/** `fetch` may write to a kept connection that the network closes at that moment, and the answer to a submission is lost. */
async function askAlone(
  { url, headers, timeoutMs, clock, upstreamClock }: Omit<Request<z.ZodType>, 'body'>,
  body: string | null,
): Promise<Heard> {
  const answer = await sendRawRequest({
    method: 'POST',
    url: { base: url, target: `${url.pathname}${url.search}` },
    headers,
    body: body === null ? null : new TextEncoder().encode(body),
    timeoutMs,
  })
  const receivedAt = clock.now()
  upstreamClock.note(answer.headers)
  return {
    status: answer.status,
    headers: answer.headers,
    text: new TextDecoder().decode(answer.body),
    receivedAt,
  }
}
