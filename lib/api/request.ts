import { AppError } from '../core/app-error.ts'
import { parseJson } from '../core/parse-json.ts'
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

/**
 * Asks our own API; throws RequestError for everything but an answer, aborts aside. `T` is what the handler behind the path
 * promises: the server checks its answers, so that no schema is loaded here.
 */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<T> {
  const response = await send(path, options)
  const isEmpty = response.status === 204
  const body = isEmpty ? undefined : parseJson(await response.text().catch(() => ''), parseExact)
  if (!response.ok) throw fromProblem(body, response.status)
  // The server has checked it by the schema of `T`; what is no JSON comes from something in between.
  if (isEmpty || body !== undefined) return body as T
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
