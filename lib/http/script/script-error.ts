import 'server-only'
import { type ErrorCode, errorStatus, isAppError } from '../../core/app-error.ts'
import { toAppError } from '../../db/connection/errors.ts'
import { log } from '../log.ts'
import { answerHeaders } from '../security-headers.ts'
import type { WholeAnswer } from '../write-answer.ts'

/** In the words that Immutable X has for them, because the SDK reads these two fields and nothing else. */
const codes: Record<ErrorCode, string> = {
  invalid_request: 'bad_request',
  unauthenticated: 'unauthorized',
  forbidden: 'forbidden',
  not_found: 'resource_not_found_code',
  method_not_allowed: 'method_not_allowed',
  conflict: 'conflict',
  too_large: 'payload_too_large',
  unsupported_media_type: 'unsupported_media_type',
  rate_limited: 'too_many_requests',
  internal: 'internal_server_error',
  database_unavailable: 'service_unavailable',
  upstream_rejected: 'bad_gateway',
  upstream_unavailable: 'service_unavailable',
  upstream_timeout: 'gateway_timeout',
}

/** A refusal of the desk, or its word for a network that gave none, to a script that speaks Immutable X. */
export function scriptErrorOf(
  thrown: unknown,
  asked: { method: string; path: string },
  requestId: string,
): WholeAnswer {
  const error = toAppError(thrown)
  const code = isAppError(error) ? error.code : 'internal'
  const message = isAppError(error) ? error.message : 'Something went wrong in Refresh Desk.'
  const status = errorStatus[code]
  if (code === 'internal' || code === 'database_unavailable') {
    log.error({ requestId, ...asked, status, error })
  }
  const retryAfter = isAppError(error) ? error.meta.retryAfterSeconds : undefined
  const headers = {
    ...answerHeaders,
    'content-type': 'application/json',
    'x-request-id': requestId,
    ...(retryAfter === undefined ? {} : { 'retry-after': String(Math.ceil(retryAfter)) }),
  }
  return { status, headers, body: JSON.stringify({ code: codes[code], message }) }
}
