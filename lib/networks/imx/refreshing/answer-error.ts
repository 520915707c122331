import { z } from 'zod'
import { parseJson } from '../../../core/parse-json.ts'
import type { HeaderReader } from '../../http/raw/raw-headers.ts'
import { UpstreamError, type UpstreamErrorKind } from '../../http/upstream-error.ts'
import { lenientText } from '../lenient.ts'
import { hasLimitHeaders, readQuota } from './quota.ts'

const MAX_TEXT = 500
const LONGEST_RETRY_SECONDS = 600
const ErrorBody = z.object({ code: lenientText(MAX_TEXT), message: lenientText(MAX_TEXT) })

/** Names an answer that is not the documented success. `receivedAt` is by our clock. */
export function toAnswerError(
  response: { status: number; headers: HeaderReader },
  body: string,
  what: string,
  receivedAt: number,
): UpstreamError {
  const { code, message } = parseErrorBody(body)
  const { status, headers } = response
  return new UpstreamError(`${what} was answered with ${status}.`, {
    kind: kindOf(status, code === 'refresh_limit_exceeded' || hasLimitHeaders(headers)),
    httpStatus: status,
    isWritten: true,
    quota: readQuota(headers, receivedAt),
    retryAfterSeconds: readRetryAfter(headers),
    upstreamCode: code,
    upstreamMessage: message,
  })
}

/** The kinds follow what an answer means for a submission: `bad_request` and `not_found` were surely refused,
 * while a status nobody documented says nothing about what happened. */
function kindOf(status: number, isQuota: boolean): UpstreamErrorKind {
  if (status === 401) return 'unauthorized'
  if (status === 403) return 'forbidden'
  if (status === 404) return 'not_found'
  if (status === 429) return isQuota ? 'quota_exceeded' : 'rate_limited'
  if ((status >= 300 && status < 400) || status === 400 || status === 413 || status === 422) {
    return 'bad_request'
  }
  return status >= 500 ? 'server' : 'invalid_response'
}

function parseErrorBody(body: string): { code: string | null; message: string | null } {
  return ErrorBody.safeParse(parseJson(body)).data ?? { code: null, message: null }
}

function readRetryAfter(headers: HeaderReader): number | null {
  const text = headers.get('retry-after')
  if (!text) return null
  if (/^\d{1,6}$/.test(text)) return Math.min(Number(text), LONGEST_RETRY_SECONDS)
  const sent = Date.parse(headers.get('date') ?? '')
  const seconds = Math.ceil((Date.parse(text) - sent) / 1_000)
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, LONGEST_RETRY_SECONDS) : null
}
