import type { Breaker } from '../../http/breaker.ts'
import type { Clock } from '../../http/clock.ts'
import type { Exchange } from '../../http/exchange.ts'
import type { ForwardedAnswer, Reserve } from '../../http/forwarding.ts'
import { toNetworkError } from '../../http/raw/network-error.ts'
import { type RawRequest, sendRawRequest } from '../../http/raw/raw-request.ts'
import type { UpstreamClock } from '../../http/upstream-clock.ts'
import { UpstreamError } from '../../http/upstream-error.ts'
import type { AwaitStart } from '../await-start.ts'

const READ_TIMEOUT_MS = 30_000
/** Who would wait longer than this for the rate limit is told so instead. */
const LONGEST_QUEUE_SECONDS = 10

type Passage = {
  baseUrl: string
  apiKey: string | null
  requestsPerSecond: number
  clock: Clock
  upstreamClock: UpstreamClock
  breaker: Breaker
  enter: AwaitStart
  onExchange: (exchange: Exchange) => void
}

export function createForward(passage: Passage): Reserve {
  const { apiKey, requestsPerSecond, breaker, enter } = passage
  const base = new URL(passage.baseUrl)
  const prefix = base.pathname.replace(/\/$/, '')
  const longestQueue =
    requestsPerSecond > 0 ? Math.max(1, requestsPerSecond * LONGEST_QUEUE_SECONDS) : Number.POSITIVE_INFINITY
  let waiting = 0

  return async ({ target, headers, timeoutMs = READ_TIMEOUT_MS, ...rest }) => {
    const path = `${prefix}${target.split('?')[0]}`
    const requested = { what: `${rest.method} ${path}`, isWrite: rest.method === 'POST' }
    if (waiting >= longestQueue) throw queueFull(requested.what, waiting / requestsPerSecond)
    waiting += 1
    try {
      await enter(requested)
    } finally {
      waiting -= 1
    }
    const raw = {
      ...rest,
      url: { base, target: `${prefix}${target}` },
      headers: apiKey ? { ...headers, 'x-api-key': apiKey } : headers,
      timeoutMs,
    }
    return { send: () => send(passage, raw, path), giveUp: () => breaker.leave(null) }
  }
}

async function send(passage: Passage, request: RawRequest, path: string): Promise<ForwardedAnswer> {
  const { clock, breaker } = passage
  const isWrite = request.method === 'POST'
  const startedAt = clock.now()
  const report = (error: UpstreamError | null) =>
    passage.onExchange({ path, isWrite, latencyMs: clock.now() - startedAt, error })
  try {
    const answer = await sendRawRequest(request)
    const receivedAt = clock.now()
    passage.upstreamClock.note(answer.headers)
    // What a stranger's odd request is answered says nothing of the network's health, unless it is a success.
    if (answer.status >= 200 && answer.status < 300) report(null)
    else breaker.leave(null)
    return { ...answer, receivedAt }
  } catch (error) {
    const failure =
      error instanceof UpstreamError ? error : toNetworkError(error, `${request.method} ${path}`)
    report(failure)
    throw failure
  }
}

function queueFull(what: string, seconds: number): UpstreamError {
  return new UpstreamError(`${what} would have to wait for ${Math.ceil(seconds)} s.`, {
    kind: 'rate_limited',
    isWritten: false,
    retryAfterSeconds: Math.ceil(seconds),
  })
}
