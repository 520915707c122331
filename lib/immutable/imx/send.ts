import type { z } from 'zod'
import type { Clock } from '../clock.ts'
import { readBody } from '../read-body.ts'
import type { UpstreamClock } from '../upstream-clock.ts'
import { UpstreamError } from '../upstream-error.ts'
import { toWireFailure } from '../wire-failure.ts'
import { toAnswerError } from './answer-error.ts'
import type { Exchange } from './client.ts'

export type Answer<Data> = {
  data: Data
  headers: Headers
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
    const failure = error instanceof UpstreamError ? error : toWireFailure(error, `${method} ${url.pathname}`)
    report(failure)
    throw failure
  }
}

async function exchange<Schema extends z.ZodType>(
  request: Request<Schema>,
): Promise<Answer<z.output<Schema>>> {
  const { url, method, headers, body, schema } = request
  const what = `${method} ${url.pathname}`
  const doFetch = request.fetch ?? fetch
  const response = await doFetch(url, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
    // A redirect would carry the owner's signature and our API key to another host.
    redirect: 'manual',
    cache: 'no-store',
    signal: AbortSignal.timeout(request.timeoutMs),
  })
  const receivedAt = request.clock.now()
  request.upstreamClock.note(response.headers)
  const text = await readBody(response, what)
  if (response.status !== request.status) throw toAnswerError(response, text, what, receivedAt)
  const parsed = schema.safeParse(parseJson(text))
  if (parsed.success) return { data: parsed.data, headers: response.headers, receivedAt }
  throw new UpstreamError(
    `${what} was answered with something unreadable.`,
    { kind: 'nonsense', httpStatus: response.status, isWritten: true },
    { cause: parsed.error },
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
