import type { z } from 'zod'
import type { BeforeSend } from '../http/before-send.ts'
import { createBreaker } from '../http/breaker.ts'
import { systemClock } from '../http/clock.ts'
import { createCoalescer } from '../http/coalesce.ts'
import type { Exchange } from '../http/exchange.ts'
import type { Reserve } from '../http/forwarding.ts'
import { judge } from '../http/health.ts'
import { createLimiter } from '../http/limiter.ts'
import { retryRead } from '../http/retry.ts'
import { createUpstreamClock } from '../http/upstream-clock.ts'
import type { OwnerSignature } from '../provider/credential.ts'
import type { ProviderOptions } from '../provider/provider.ts'
import type { AwaitStart } from './await-start.ts'
import { createForward } from './dialect/forward.ts'
import { signatureHeaders } from './refreshing/signature-headers.ts'
import { type Answer, send } from './send.ts'
import { buildUrl, type Query } from './url.ts'

const READ_TIMEOUT_MS = 10_000
const READ_DEADLINE_MS = 15_000
const READ_ATTEMPTS = 4
const WRITE_TIMEOUT_MS = 30_000

type Operation<Schema extends z.ZodType> = { path: string[]; schema: Schema; signature?: OwnerSignature }

export type Read<Schema extends z.ZodType> = Operation<Schema> & { query?: Query }

export type Write<Schema extends z.ZodType> = Operation<Schema> & {
  body: unknown
  /** The only status that means success. */
  status: number
  timeoutMs?: number | undefined
  beforeSend?: BeforeSend | undefined
}
export type ImxClient = {
  readonly baseUrl: string
  /** The network's clock, as far as its last answer tells; null before the first. */
  upstreamNow: () => Date | null
  read: <Schema extends z.ZodType>(operation: Read<Schema>) => Promise<Answer<z.output<Schema>>>
  write: <Schema extends z.ZodType>(operation: Write<Schema>) => Promise<Answer<z.output<Schema>>>
  /** Takes a request through as it is, in two steps. */
  reserve: Reserve
}

export function createImxClient(options: ProviderOptions): ImxClient {
  const { baseUrl, apiKey, clock = systemClock } = options
  const { breaker = createBreaker(clock.monotonic), prepare } = options
  const limit = createLimiter(options.requestsPerSecond, clock, options.reserveStart)
  const coalesce = createCoalescer()

  const headersFor = (signature: OwnerSignature | undefined): Record<string, string> => ({
    accept: 'application/json',
    'user-agent': 'refresh-desk',
    ...(apiKey && { 'x-api-key': apiKey }),
    ...(signature && signatureHeaders(signature)),
  })
  // While nobody answers, each read tries once: waiting longer helps no one, and the network is spared.
  let isSilent = false
  const onExchange = (exchange: Exchange) => {
    isSilent = exchange.error !== null && exchange.error.httpStatus === null
    const verdict = judge(exchange)
    breaker.leave(verdict === 'nothing' ? null : verdict === 'good' || verdict === 'takes_no_writes')
    options.onExchange?.(exchange)
  }
  const upstreamClock = createUpstreamClock(clock.monotonic)
  const exchange = { fetch: options.fetch, clock, onExchange, upstreamClock }
  const enter: AwaitStart = async (requested, beforeSend) => {
    await prepare?.()
    breaker.check(requested)
    await limit()
    breaker.enter(requested)
    try {
      await beforeSend?.()
    } catch (error) {
      breaker.leave(null)
      throw error
    }
  }

  return {
    baseUrl,
    upstreamNow: upstreamClock.now,
    read: ({ path, query, signature, schema }) => {
      const url = buildUrl(baseUrl, path, query)
      const headers = headersFor(signature)
      const requested = { what: `GET ${url.pathname}`, isWrite: false }
      const attempt = async (remainingMs: number) => {
        await enter(requested)
        const timeoutMs = Math.min(READ_TIMEOUT_MS, remainingMs)
        return send({ ...exchange, url, method: 'GET', headers, schema, status: 200, timeoutMs })
      }
      const key = `${url.href} ${signature?.signature ?? ''} ${signature?.timestamp ?? ''}`
      const retry = {
        clock,
        deadlineMs: READ_DEADLINE_MS,
        maxAttempts: isSilent ? 1 : READ_ATTEMPTS,
        mayRetry: () => breaker.state() === 'closed',
      }
      return coalesce(key, () => retryRead(attempt, retry))
    },
    write: async ({ path, signature, schema, body, status, timeoutMs = WRITE_TIMEOUT_MS, beforeSend }) => {
      const url = buildUrl(baseUrl, path)
      const headers = { ...headersFor(signature), 'content-type': 'application/json' }
      await enter({ what: `POST ${url.pathname}`, isWrite: true }, beforeSend)
      return send({ ...exchange, url, method: 'POST', headers, body, schema, status, timeoutMs })
    },
    reserve: createForward({ ...options, clock, breaker, upstreamClock, enter, onExchange }),
  }
}
