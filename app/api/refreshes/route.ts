import { IDS_BODY } from '@/lib/collection/token-id.ts'
import { route } from '@/lib/http/route.ts'
import { RefreshPage, RefreshQuery, RefreshSummary } from '@/lib/refresh/model.ts'
import { SubmitRefresh } from '@/lib/refresh/submission.ts'
import { listRefreshes } from '@/lib/services/list-refreshes.ts'
import { submitRefresh } from '@/lib/services/submit-refresh.ts'

export const GET = route({ query: RefreshQuery, response: RefreshPage }, ({ ctx, query }) =>
  listRefreshes(ctx, query),
)

export const POST = route(
  {
    body: SubmitRefresh,
    response: RefreshSummary,
    role: 'operator',
    status: 201,
    bodyLimit: IDS_BODY,
  },
  ({ ctx, body, request }) => submitRefresh(ctx, body, request.headers.get('idempotency-key')),
)
