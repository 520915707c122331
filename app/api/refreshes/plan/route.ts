import { IDS_BODY_BYTES } from '@/lib/collection/token-id.ts'
import { route } from '@/lib/http/route.ts'
import { PlanRefresh, RefreshPlan } from '@/lib/refresh/submission.ts'
import { planRefresh } from '@/lib/services/plan-refresh.ts'

export const POST = route(
  { body: PlanRefresh, response: RefreshPlan, maxBodyBytes: IDS_BODY_BYTES },
  ({ ctx, body }) => planRefresh(ctx, body),
)
