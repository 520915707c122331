/** Every failure the desk can name and the HTTP status it travels under. The only such table. */
export const errorStatus = {
  invalid_request: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  too_large: 413,
  unsupported_media_type: 415,
  rate_limited: 429,
  internal: 500,
  database_unavailable: 503,
  upstream_rejected: 502,
  upstream_unavailable: 503,
  upstream_timeout: 504,
} as const satisfies Record<string, number>

export type ErrorCode = keyof typeof errorStatus

export type ErrorMeta = {
  /** The methods there are, as the header of this name lists them. */
  allow?: string
  retryAfterSeconds?: number
  issues?: { path: string; message: string }[]
  /** A finer machine-readable reason under the code, such as `not_owner`, for pages that react to it. */
  reason?: string
}

export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly meta: ErrorMeta

  /** `message` is shown to people. What must stay private goes into `options.cause`. */
  constructor(code: ErrorCode, message: string, meta: ErrorMeta = {}, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.meta = meta
  }
}

/** By name: the build gives start-up code and route handlers a copy of this class each. */
export const isAppError = (error: unknown): error is AppError =>
  error instanceof Error && error.name === 'AppError'

/** It is not there, or not for this member: asking again changes nothing. */
export const isMissing = (error: unknown): boolean =>
  isAppError(error) && (error.code === 'not_found' || error.code === 'forbidden')

const retryable: readonly ErrorCode[] = ['rate_limited', 'upstream_unavailable', 'database_unavailable']

export function isRetryable(error: unknown): boolean {
  return error instanceof AppError && retryable.includes(error.code)
}
