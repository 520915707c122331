import { route } from '@/lib/http/route.ts'
import { RefreshPlan } from '@/lib/refresh/model.ts'
import { PlanRefresh } from '@/lib/refresh/requests.ts'
import { planRefresh } from '@/lib/services/plan-refresh.ts'

export const POST = route({ body: PlanRefresh, response: RefreshPlan }, ({ ctx, body }) =>
  planRefresh(ctx, body),
)
