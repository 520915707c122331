import { z } from 'zod'
import { AppError, type ErrorCode, errorStatus } from './app-error.ts'

const codes = Object.keys(errorStatus) as [ErrorCode, ...ErrorCode[]]

/** The one error body of our API (RFC 9457). The server writes it, the browser reads it back. */
export const Problem = z.object({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.number().int(),
  code: z.enum(codes),
  requestId: z.string(),
  retryAfterSeconds: z.number().optional(),
  reason: z.string().optional(),
  issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
})
export type Problem = z.infer<typeof Problem>

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
  const parsed = Problem.safeParse(body)
  if (!parsed.success) return new RequestError(notOurs(status), null)
  const { code, title, requestId, issues, retryAfterSeconds, reason } = parsed.data
  const meta = {
    ...(issues && { issues }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    ...(reason !== undefined && { reason }),
  }
  return new RequestError(new AppError(code, title, meta), requestId)
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
