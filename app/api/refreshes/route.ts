import { IDS_BODY } from '@/lib/domain/assets/token-id.ts'
import { RefreshPage, RefreshQuery, RefreshSummary } from '@/lib/domain/refreshes/model-schema.ts'
import { SubmitRefresh } from '@/lib/domain/refreshes/submission-schema.ts'
import { route } from '@/lib/http/route.ts'
import { listRefreshes } from '@/lib/services/refreshes/list-refreshes.ts'
import { submitRefresh } from '@/lib/services/refreshes/submit-refresh.ts'

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
