import { describeErrorCode } from '@/lib/refresh/error-codes.ts'
import type { Cause } from '@/lib/refresh/failure.ts'

const statusNames: Record<number, string> = {
  301: 'Moved Permanently',
  302: 'Found',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  410: 'Gone',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
}

/** `404 Not Found`; an unusual status stays a number. */
export const statusWords = (status: number): string => `${status} ${statusNames[status] ?? ''}`.trim()

type Facts = Pick<Cause, 'errorCode' | 'httpStatus' | 'bodyKind'>

/** The cause as a sentence about the studio's own API; the code stays beside it, small. */
export function causeTitle({ errorCode, httpStatus, bodyKind }: Facts): string {
  if (errorCode === 'invalid_response_status_code' && httpStatus !== null)
    return `Your metadata API answered ${statusWords(httpStatus)}`
  if (errorCode === 'unable_to_decode_response' && bodyKind === 'html')
    return 'The answer is a web page, not JSON'
  if (errorCode === 'unable_to_decode_response' && bodyKind === 'empty') return 'The answer is empty'
  if (errorCode === 'unable_to_decode_response') return 'The answer is not valid JSON'
  return describeErrorCode(errorCode).title
}

/** What tells this cause from others with the same code. */
export function causeDetail({
  errorCode,
  httpStatus,
  host,
}: Pick<Cause, 'errorCode' | 'httpStatus' | 'host'>): string {
  return [errorCode, httpStatus, host].filter((part) => part !== null).join(', ')
}
