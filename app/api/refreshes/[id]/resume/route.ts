import { RefreshDetail } from '@/lib/domain/refreshes/model-schema.ts'
import { NoInput, RefreshParams } from '@/lib/domain/refreshes/requests-schema.ts'
import { route } from '@/lib/http/route.ts'
import { resumeRefresh } from '@/lib/services/refreshes/resume-refresh.ts'

export const POST = route(
  { params: RefreshParams, body: NoInput, response: RefreshDetail, role: 'operator' },
  ({ ctx, params }) => resumeRefresh(ctx, params.id),
)
