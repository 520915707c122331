import { FailedIds } from '@/lib/domain/failures/failure-schema.ts'
import { FailedIdsQuery, RefreshParams } from '@/lib/domain/refreshes/requests-schema.ts'
import { route } from '@/lib/http/route.ts'
import { listFailedIds } from '@/lib/services/refreshes/list-failed-ids.ts'

export const GET = route(
  { params: RefreshParams, query: FailedIdsQuery, response: FailedIds },
  ({ ctx, params, query }) => listFailedIds(ctx, params.id, query),
)
