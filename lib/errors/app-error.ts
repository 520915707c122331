/** Every failure the desk can name and the HTTP status it travels under. The only such table. */
export const errorStatus = {
  invalid_request: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unsupported_media_type: 415,
  rate_limited: 429,
  internal: 500,
  upstream_rejected: 502,
  upstream_unavailable: 503,
  upstream_timeout: 504,
} as const satisfies Record<string, number>

export type ErrorCode = keyof typeof errorStatus

export type ErrorMeta = {
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

export function isRetryable(error: unknown): boolean {
  return error instanceof AppError && (error.code === 'rate_limited' || error.code === 'upstream_unavailable')
}
