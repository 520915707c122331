import { AppError, type ErrorCode, type ErrorMeta, errorStatus } from './app-error.ts'

/** The one error body of our API (RFC 9457). The server writes it, the browser reads it back. */
export type Problem = ErrorMeta & {
  type: 'about:blank'
  title: string
  status: number
  code: ErrorCode
  requestId: string
}

export function toProblem(error: AppError, requestId: string): Problem {
  return {
    type: 'about:blank',
    title: error.message,
    status: errorStatus[error.code],
    code: error.code,
    requestId,
    ...error.meta,
  }
}

/** An error read from an answer of ours; the request id stays with it so that a page can show it. */
export class RequestError extends AppError {
  readonly requestId: string | null

  constructor(error: AppError, requestId: string | null) {
    super(error.code, error.message, error.meta)
    this.requestId = requestId
  }
}

export function fromProblem(body: unknown, status: number): RequestError {
  if (!isProblem(body)) return new RequestError(notOurs(status), null)
  const { code, title, requestId, issues, retryAfterSeconds, reason } = body
  const meta = {
    ...(issues && { issues }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    ...(reason !== undefined && { reason }),
  }
  return new RequestError(new AppError(code, title, meta), requestId)
}

/** Whether somebody else's error body cannot be taken for ours. */
function isProblem(body: unknown): body is Problem {
  if (typeof body !== 'object' || body === null) return false
  const { type, title, code, requestId }: Partial<Record<keyof Problem, unknown>> = body
  return (
    type === 'about:blank' &&
    typeof title === 'string' &&
    typeof code === 'string' &&
    Object.hasOwn(errorStatus, code) &&
    typeof requestId === 'string'
  )
}

/** The desk's own answers are all problems; others come from what stands in front of it. */
function notOurs(status: number): AppError {
  return status === errorStatus.unauthenticated
    ? new AppError(
        'unauthenticated',
        'A proxy in front of this desk requires you to sign in. Reload the page.',
        {
          reason: 'proxy',
        },
      )
    : new AppError('internal', `This page couldn’t read the server’s answer (${status}).`)
}
