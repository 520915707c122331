import type { SeenQuota } from './facts.ts'
import { step } from './steps.ts'

/** As it was before anybody wrapped it: for the harness's own questions. */
export const plainFetch = globalThis.fetch

/** Makes each upstream call of this process two steps: before it leaves, and before its answer is seen. */
export function countRequests(): void {
  globalThis.fetch = async (input, init) => {
    const what = operationOf(input, init?.method)
    step('request', what)
    const response = await plainFetch(input, init)
    const quota = quotaOf(response.headers)
    step('answer', what, { status: response.status, ...(quota && { quota }) })
    return response
  }
}

function operationOf(input: string | URL | Request, method = 'GET'): string {
  const { pathname } = new URL(input instanceof Request ? input.url : input)
  const [, id, errors] = pathname.split('/metadata-refreshes')[1]?.split('/') ?? []
  if (!pathname.includes('/metadata-refreshes')) return 'other'
  if (method === 'POST') return 'create'
  if (errors) return 'errors'
  return id ? 'status' : 'list'
}

function quotaOf(headers: Headers): SeenQuota | null {
  const remaining = headers.get('x-imx-remaining-refreshes')
  const reset = headers.get('x-imx-refresh-limit-reset')
  return remaining && reset ? { remaining: Number(remaining), resetsAtMs: Number(reset) * 1000 } : null
}
