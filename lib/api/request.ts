import type { z } from 'zod'
import { AppError } from '../core/app-error.ts'
import { fromProblem, RequestError } from '../core/problem.ts'
import { parseExact } from '../networks/origin/json/exact-json.ts'

type RequestOptions = {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Sent as JSON. */
  body?: unknown
  /** The same key makes a repeated submit the same submit. */
  idempotencyKey?: string
  signal?: AbortSignal
}

/** Asks our own API and reads the answer by `schema`; throws RequestError for everything else, aborts aside. */
export async function request<T>(
  path: string,
  schema: z.ZodType<T>,
  options: RequestOptions = {},
): Promise<T> {
  const response = await send(path, options)
  const body =
    response.status === 204
      ? undefined
      : await response
          .text()
          .then(parseExact)
          .catch(() => null)
  if (!response.ok) throw fromProblem(body, response.status)
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const error = new AppError('internal', 'This page couldn’t read the server’s answer. Reload the page.')
  throw new RequestError(error, response.headers.get('x-request-id'))
}

async function send(path: string, options: RequestOptions): Promise<Response> {
  const { method = 'GET', body, idempotencyKey, signal } = options
  const headers = {
    accept: 'application/json',
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
  }
  try {
    return await fetch(path, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    })
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new RequestError(
      new AppError(
        'upstream_unavailable',
        'Can’t reach Refresh Desk. Check your connection, then try again.',
      ),
      null,
    )
  }
}
