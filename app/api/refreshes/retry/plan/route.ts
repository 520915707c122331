import { route } from '@/lib/http/route.ts'
import { RetryPlan, RetryRefreshes } from '@/lib/refresh/requests.ts'
import { planRetry } from '@/lib/services/plan-retry.ts'

export const POST = route({ body: RetryRefreshes, response: RetryPlan }, ({ ctx, body }) =>
  planRetry(ctx, body),
)
