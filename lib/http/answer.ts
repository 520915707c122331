import 'server-only'
import type { z } from 'zod'
import { AppError, errorStatus, isAppError } from '../core/app-error.ts'
import { toProblem } from '../core/problem.ts'
import { toAppError } from '../db/connection/errors.ts'
import { log } from './log.ts'
import { answerHeaders } from './security-headers.ts'
import type { WholeAnswer } from './write-answer.ts'

/** The result as the contract promises it; a result that breaks the contract throws and never leaves. */
export function answer<R>(
  result: R | Response,
  schema: z.ZodType<R>,
  status: number,
  headers: Headers,
): Response {
  if (result instanceof Response) {
    for (const [name, value] of headers) {
      if (name === 'set-cookie' || !result.headers.has(name)) result.headers.append(name, value)
    }
    return result
  }
  const parsed = schema.safeParse(result)
  if (!parsed.success) throw new Error(`The answer breaks its contract: ${parsed.error.message}`)
  if (parsed.data === undefined) return new Response(null, { status: 204, headers })
  return Response.json(parsed.data, { status, headers })
}

/** Every error of our API, as problem+json; what is not named by us is logged and shown as `internal`. */
export function problemAnswer(thrown: unknown, request: Request, requestId: string): Response {
  const asked = { method: request.method, path: new URL(request.url).pathname }
  const { status, headers, body } = problemOf(thrown, asked, requestId)
  return new Response(body, { status, headers })
}

/** The same for a request that Next has not seen. */
export function problemOf(
  thrown: unknown,
  asked: { method: string; path: string },
  requestId: string,
): WholeAnswer {
  const cause = toAppError(thrown)
  const error = isAppError(cause)
    ? cause
    : new AppError(
        'internal',
        'Something went wrong on the server. Details are in its log, under this request id.',
        {},
        { cause },
      )
  const status = errorStatus[error.code]
  if (status >= 500) log.error({ requestId, ...asked, status, error })
  const { allow, retryAfterSeconds: retryAfter } = error.meta
  const headers = {
    ...answerHeaders,
    'content-type': 'application/problem+json',
    'x-request-id': requestId,
    ...(allow === undefined ? {} : { allow }),
    ...(retryAfter === undefined ? {} : { 'retry-after': String(Math.ceil(retryAfter)) }),
  }
  return { status, headers, body: JSON.stringify(toProblem(error, requestId)) }
}
