import { route } from '@/lib/http/route.ts'
import { RefreshSummary } from '@/lib/refresh/model.ts'
import { RefreshParams, RetryRefresh } from '@/lib/refresh/requests.ts'
import { retryRefresh } from '@/lib/services/retry-refresh.ts'

export const POST = route(
  { params: RefreshParams, body: RetryRefresh, response: RefreshSummary, role: 'operator', status: 201 },
  ({ ctx, params, body, request }) =>
    retryRefresh(ctx, params.id, body, request.headers.get('idempotency-key')),
)
