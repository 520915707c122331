import { z } from 'zod'
import { CollectionParams } from '@/lib/domain/collections/collection-card-schema.ts'
import { CollectionIndexState } from '@/lib/domain/collections/collection-index-schema.ts'
import { route } from '@/lib/http/route.ts'
import { getIndex } from '@/lib/services/assets/get-index.ts'
import { startIndex } from '@/lib/services/assets/start-index.ts'

export const GET = route({ params: CollectionParams, response: CollectionIndexState }, ({ ctx, params }) =>
  getIndex(ctx, params),
)

export const POST = route(
  {
    params: CollectionParams,
    body: z.strictObject({}),
    response: CollectionIndexState,
    role: 'operator',
    status: 202,
  },
  ({ ctx, params }) => startIndex(ctx, params),
)
