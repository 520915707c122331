import { FailurePage } from '@/lib/domain/failures/failure-schema.ts'
import { FailureQuery, RefreshParams } from '@/lib/domain/refreshes/requests-schema.ts'
import { route } from '@/lib/http/route.ts'
import { listFailures } from '@/lib/services/refreshes/list-failures.ts'

export const GET = route(
  { params: RefreshParams, query: FailureQuery, response: FailurePage },
  ({ ctx, params, query }) => listFailures(ctx, params.id, query),
)
