import type { Breaker } from '../../http/breaker.ts'
import type { Clock } from '../../http/clock.ts'
import type { Exchange } from '../../http/exchange.ts'
import type { ForwardedAnswer, ForwardRequest } from '../../http/forwarding.ts'
import { toNetworkError } from '../../http/network-error.ts'
import { sendRawRequest } from '../../http/raw-request.ts'
import type { UpstreamClock } from '../../http/upstream-clock.ts'
import { UpstreamError } from '../../http/upstream-error.ts'
import type { Enter } from '../enter.ts'

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
  enter: Enter
  onExchange: (exchange: Exchange) => void
}

/** Throws UpstreamError only when no answer came: every answer is a success here, whatever it says. */
export function createForward(passage: Passage): (request: ForwardRequest) => Promise<ForwardedAnswer> {
  const { apiKey, clock, requestsPerSecond, breaker } = passage
  const base = new URL(passage.baseUrl)
  const prefix = base.pathname.replace(/\/$/, '')
  const longestQueue =
    requestsPerSecond > 0 ? Math.max(1, requestsPerSecond * LONGEST_QUEUE_SECONDS) : Number.POSITIVE_INFINITY
  let waiting = 0

  const enter: Enter = async (requested, beforeSend) => {
    if (waiting >= longestQueue) throw queueFull(requested.what, waiting / requestsPerSecond)
    waiting += 1
    try {
      await passage.enter(requested, beforeSend)
    } finally {
      waiting -= 1
    }
  }

  return async ({ method, target, headers, body, timeoutMs = READ_TIMEOUT_MS, beforeSend }) => {
    const path = `${prefix}${target.split('?')[0]}`
    const isWrite = method === 'POST'
    const what = `${method} ${path}`
    await enter({ what, isWrite }, beforeSend)
    const startedAt = clock.now()
    const tell = (error: UpstreamError | null) =>
      passage.onExchange({ path, isWrite, latencyMs: clock.now() - startedAt, error })
    try {
      const url = { base, target: `${prefix}${target}` }
      const withKey = apiKey ? { ...headers, 'x-api-key': apiKey } : headers
      const answer = await sendRawRequest({ method, url, headers: withKey, body, timeoutMs })
      const receivedAt = clock.now()
      passage.upstreamClock.note(answer.headers)
      // What a stranger's odd request is answered says nothing of the network's health, unless it is a success.
      if (answer.status >= 200 && answer.status < 300) tell(null)
      else breaker.leave(null)
      return { ...answer, receivedAt }
    } catch (error) {
      const failure = error instanceof UpstreamError ? error : toNetworkError(error, what)
      tell(failure)
      throw failure
    }
  }
}

function queueFull(what: string, seconds: number): UpstreamError {
  return new UpstreamError(`${what} would have to wait for ${Math.ceil(seconds)} s.`, {
    kind: 'rate_limited',
    isWritten: false,
    retryAfterSeconds: Math.ceil(seconds),
  })
}
