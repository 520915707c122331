import { IDS_BODY } from '@/lib/domain/assets/token-id.ts'
import { PlanRefresh, RefreshPlan } from '@/lib/domain/refreshes/submission-schema.ts'
import { route } from '@/lib/http/route.ts'
import { planRefresh } from '@/lib/services/refreshes/plan-refresh.ts'

export const POST = route(
  { body: PlanRefresh, response: RefreshPlan, bodyLimit: IDS_BODY },
  ({ ctx, body }) => planRefresh(ctx, body),
)
