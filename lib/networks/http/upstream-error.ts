export type UpstreamErrorKind =
  | 'network'
  | 'timeout'
  | 'unauthorized'
  | 'forbidden'
  | 'not_found'
  | 'bad_request'
  | 'rate_limited'
  | 'quota_exceeded'
  | 'server'
  | 'invalid_response'
  /** An answer longer than this desk reads. */
  | 'too_large'

/** What the network's headers say a project may still send. */
export type UpstreamQuota = { limit: number; remaining: number; resetsAt: string }

export type UpstreamFailure = {
  kind: UpstreamErrorKind
  /** Null when no answer came. */
  httpStatus?: number | null
  /** False only when it is certain that not one byte of the request left this machine. */
  isWritten: boolean
  quota?: UpstreamQuota | null
  retryAfterSeconds?: number | null
  upstreamCode?: string | null
  upstreamMessage?: string | null
}

/** The one error of every upstream call. `message` carries no header and no body: it may be logged. */
export class UpstreamError extends Error {
  /** By name: the build gives start-up code and route handlers a copy of this class each, and they share the clients. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'UpstreamError'
  }

  override readonly name = 'UpstreamError'
  readonly kind: UpstreamErrorKind
  readonly httpStatus: number | null
  readonly isWritten: boolean
  readonly quota: UpstreamQuota | null
  readonly retryAfterSeconds: number | null
  readonly upstreamCode: string | null
  readonly upstreamMessage: string | null

  constructor(message: string, failure: UpstreamFailure, options?: ErrorOptions) {
    super(message, options)
    this.kind = failure.kind
    this.httpStatus = failure.httpStatus ?? null
    this.isWritten = failure.isWritten
    this.quota = failure.quota ?? null
    this.retryAfterSeconds = failure.retryAfterSeconds ?? null
    this.upstreamCode = failure.upstreamCode ?? null
    this.upstreamMessage = failure.upstreamMessage ?? null
  }
}

export const isTooLarge = (error: unknown): boolean =>
  error instanceof UpstreamError && error.kind === 'too_large'

/** An answer came, but not what was asked for. */
export const isUnreadable = ({ kind }: UpstreamError): boolean =>
  kind === 'invalid_response' || kind === 'too_large'

/** Whether an answer speaks of the one thing that was asked for: others may be answered well, and asking again may not help. */
export const concernsOneThing = (error: UpstreamError): boolean =>
  isUnreadable(error) || ['not_found', 'bad_request'].includes(error.kind) || error.httpStatus === 500
