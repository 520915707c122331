import { RetryRefreshes, StartedRefreshes } from '@/lib/domain/refreshes/requests-schema.ts'
import { route } from '@/lib/http/route.ts'
import { retryRefreshes } from '@/lib/services/refreshes/retry/retry-refreshes.ts'

export const POST = route(
  { body: RetryRefreshes, response: StartedRefreshes, role: 'operator', status: 201 },
  ({ ctx, body, request }) => retryRefreshes(ctx, body, request.headers.get('idempotency-key')),
)
