import { subscribe } from 'node:diagnostics_channel'
import type { ClientRequest, IncomingMessage } from 'node:http'
import type { SeenQuota } from './facts.ts'
import { step } from './steps.ts'

/** As it was before anybody wrapped it: for the harness's own questions. */
export const plainFetch = globalThis.fetch

/** Makes each upstream call of this process two steps: before it leaves, and before its answer is seen. */
export function countRequests(): void {
  globalThis.fetch = async (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input)
    const what = operationOf(pathname, init?.method)
    step('request', what)
    const response = await plainFetch(input, init)
    answered(what, response.status, response.headers)
    return response
  }
  // Submissions do not go by `fetch`.
  subscribe('http.client.request.created', (message) => {
    const { request } = message as { request: ClientRequest }
    step('request', operationOf(request.path, request.method))
  })
  subscribe('http.client.response.finish', (message) => {
    const { request, response } = message as { request: ClientRequest; response: IncomingMessage }
    const headers = new Headers(Object.entries(response.headers).map(([key, value]) => [key, String(value)]))
    answered(operationOf(request.path, request.method), response.statusCode ?? 0, headers)
  })
}

function answered(what: string, status: number, headers: Headers): void {
  const quota = quotaOf(headers)
  step('answer', what, { status, ...(quota && { quota }) })
}

function operationOf(path: string, method = 'GET'): string {
  const [, id, errors] = path.split('?')[0]?.split('/metadata-refreshes')[1]?.split('/') ?? []
  if (!path.includes('/metadata-refreshes')) return 'other'
  if (method === 'POST') return 'create'
  if (errors) return 'errors'
  return id ? 'status' : 'list'
}

function quotaOf(headers: Headers): SeenQuota | null {
  const remaining = headers.get('x-imx-remaining-refreshes')
  const reset = headers.get('x-imx-refresh-limit-reset')
  return remaining && reset ? { remaining: Number(remaining), resetsAtMs: Number(reset) * 1000 } : null
}
