import { route } from '@/lib/http/route.ts'
import { RefreshDetail } from '@/lib/refresh/model.ts'
import { NoInput, RefreshParams } from '@/lib/refresh/requests.ts'
import { pauseRefresh } from '@/lib/services/pause-refresh.ts'

export const POST = route(
  { params: RefreshParams, body: NoInput, response: RefreshDetail, role: 'operator' },
  ({ ctx, params }) => pauseRefresh(ctx, params.id),
)
