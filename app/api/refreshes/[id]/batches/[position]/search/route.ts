import { z } from 'zod'
import { BatchParams, NoInput } from '@/lib/domain/refreshes/requests-schema.ts'
import { route } from '@/lib/http/route.ts'
import { searchNow } from '@/lib/services/refreshes/lost/search-now.ts'

export const POST = route(
  { params: BatchParams, body: NoInput, response: z.undefined(), role: 'operator' },
  ({ ctx, params }) => searchNow(ctx, params.id, params.position),
)
