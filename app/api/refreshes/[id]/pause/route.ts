import { RefreshDetail } from '@/lib/domain/refreshes/model-schema.ts'
import { NoInput, RefreshParams } from '@/lib/domain/refreshes/requests-schema.ts'
import { route } from '@/lib/http/route.ts'
import { pauseRefresh } from '@/lib/services/refreshes/pause-refresh.ts'

export const POST = route(
  { params: RefreshParams, body: NoInput, response: RefreshDetail, role: 'operator' },
  ({ ctx, params }) => pauseRefresh(ctx, params.id),
)
