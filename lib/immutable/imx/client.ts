import type { z } from 'zod'
import { type Clock, systemClock } from '../clock.ts'
import { createCoalescer } from '../coalesce.ts'
import { createLimiter } from '../limiter.ts'
import { retryRead } from '../retry.ts'
import { createUpstreamClock } from '../upstream-clock.ts'
import type { UpstreamError } from '../upstream-error.ts'
import { grantHeaders, type ImxGrant } from './grant-headers.ts'
import { type Answer, send } from './send.ts'
import { buildUrl, type Query } from './url.ts'

const READ_TIMEOUT_MS = 10_000
const READ_DEADLINE_MS = 15_000
const READ_ATTEMPTS = 4
const WRITE_TIMEOUT_MS = 30_000

type Operation<Schema extends z.ZodType> = { path: string[]; schema: Schema; grant?: ImxGrant }

export type Read<Schema extends z.ZodType> = Operation<Schema> & { query?: Query }

export type Write<Schema extends z.ZodType> = Operation<Schema> & {
  body: unknown
  /** The only status that means success. */
  status: number
  timeoutMs?: number | undefined
  /** Runs when the limiter lets the request go, right before it is written; what it throws stops the request. */
  beforeSend?: (() => void | Promise<void>) | undefined
}

/** What became of one HTTP exchange, for watching a network's health. */
export type Exchange = { path: string; isWrite: boolean; latencyMs: number; error: UpstreamError | null }

export type ImxClient = {
  readonly baseUrl: string
  /** The network's clock, as far as its last answer tells; null before the first. */
  upstreamNow: () => Date | null
  read: <Schema extends z.ZodType>(operation: Read<Schema>) => Promise<Answer<z.output<Schema>>>
  write: <Schema extends z.ZodType>(operation: Write<Schema>) => Promise<Answer<z.output<Schema>>>
}

export type ImxClientOptions = {
  /** Without a trailing slash; may have a path. Nothing is ever sent anywhere else. */
  baseUrl: string
  apiKey: string | null
  /** 0 means no limit. */
  requestsPerSecond: number
  fetch?: typeof fetch
  clock?: Clock
  onExchange?: (exchange: Exchange) => void
}

export function createImxClient(options: ImxClientOptions): ImxClient {
  const { baseUrl, apiKey, clock = systemClock } = options
  const limit = createLimiter(options.requestsPerSecond, clock)
  const coalesce = createCoalescer()

  const headersFor = (grant: ImxGrant | undefined): Record<string, string> => ({
    accept: 'application/json',
    ...(apiKey && { 'x-api-key': apiKey }),
    ...(grant && grantHeaders(grant)),
  })
  // While nobody answers, each read tries once: waiting longer helps no one, and the network is spared.
  let isSilent = false
  const onExchange = (exchange: Exchange) => {
    isSilent = exchange.error !== null && exchange.error.httpStatus === null
    options.onExchange?.(exchange)
  }
  const upstreamClock = createUpstreamClock(clock.monotonic)
  const exchange = { fetch: options.fetch, clock, onExchange, upstreamClock }

  return {
    baseUrl,
    upstreamNow: upstreamClock.now,
    read: ({ path, query, grant, schema }) => {
      const url = buildUrl(baseUrl, path, query)
      const headers = headersFor(grant)
      const attempt = async (remainingMs: number) => {
        await limit()
        const timeoutMs = Math.min(READ_TIMEOUT_MS, remainingMs)
        return send({ ...exchange, url, method: 'GET', headers, schema, status: 200, timeoutMs })
      }
      const key = `${url.href} ${grant?.signature ?? ''} ${grant?.timestamp ?? ''}`
      const maxAttempts = isSilent ? 1 : READ_ATTEMPTS
      return coalesce(key, () => retryRead(attempt, { clock, deadlineMs: READ_DEADLINE_MS, maxAttempts }))
    },
    write: async ({ path, grant, schema, body, status, timeoutMs = WRITE_TIMEOUT_MS, beforeSend }) => {
      const url = buildUrl(baseUrl, path)
      const headers = { ...headersFor(grant), 'content-type': 'application/json' }
      await limit()
      await beforeSend?.()
      return send({ ...exchange, url, method: 'POST', headers, body, schema, status, timeoutMs })
    },
  }
}
