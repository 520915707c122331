import { z } from 'zod'
import { BatchParams, DecideBatch } from '@/lib/domain/refreshes/requests-schema.ts'
import { route } from '@/lib/http/route.ts'
import { decideBatch } from '@/lib/services/refreshes/lost/decide-batch.ts'

export const POST = route(
  { params: BatchParams, body: DecideBatch, response: z.undefined(), role: 'operator' },
  ({ ctx, params, body }) => decideBatch(ctx, params.id, params.position, body),
)
