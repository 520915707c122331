import { RetryPlan, RetryRefreshes } from '@/lib/domain/refreshes/requests-schema.ts'
import { route } from '@/lib/http/route.ts'
import { planRetry } from '@/lib/services/refreshes/retry/plan-retry.ts'

export const POST = route({ body: RetryRefreshes, response: RetryPlan }, ({ ctx, body }) =>
  planRetry(ctx, body),
)
