import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { errorStatus, isAppError } from '../core/app-error.ts'
import { toAppError } from '../db/connection/errors.ts'
import { pagePolicy, securityHeaders } from './security-headers.ts'
import { unavailablePage } from './unavailable-page.ts'

const HEADER = 'x-refresh-desk-answer'
const RETRY_AFTER_SECONDS = 5

const unanswered = new Map<string, ServerResponse>()

type Started = { request: IncomingMessage; response: ServerResponse }

/** Lets `answerPageError` find the answer that a page was to become: Next shows an error only its request's headers. */
export function keepUnanswered(): void {
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as Started
    const id = crypto.randomUUID()
    request.headers[HEADER] = id
    unanswered.set(id, response)
    response.once('close', () => unanswered.delete(id))
  })
}

/** Answers 503 where a page failed because the database is away; Next knows only 500, and says nothing to people. */
export function answerPageError(thrown: unknown, headers: NodeJS.Dict<string | string[]>): void {
  const error = toAppError(thrown)
  const response = unanswered.get(String(headers[HEADER]))
  if (!isAppError(error) || errorStatus[error.code] !== 503 || !response || response.headersSent) return
  const retryAfter = error.meta.retryAfterSeconds ?? RETRY_AFTER_SECONDS
  response.writeHead(503, {
    ...securityHeaders(),
    'content-security-policy': pagePolicy(crypto.randomUUID()),
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'retry-after': String(retryAfter),
  })
  response.end(unavailablePage(error.message, retryAfter))
}
