import { CancelledRefresh, NoInput, RefreshParams } from '@/lib/domain/refreshes/requests-schema.ts'
import { route } from '@/lib/http/route.ts'
import { cancelRefresh } from '@/lib/services/refreshes/cancel-refresh.ts'

export const POST = route(
  { params: RefreshParams, body: NoInput, response: CancelledRefresh, role: 'operator' },
  ({ ctx, params }) => cancelRefresh(ctx, params.id),
)
