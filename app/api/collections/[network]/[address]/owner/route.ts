import { z } from 'zod'
import { CollectionDetail, CollectionParams } from '@/lib/domain/collections/collection-card-schema.ts'
import { route } from '@/lib/http/route.ts'
import { changeDemoOwner } from '@/lib/services/signatures/change-demo-owner.ts'

export const POST = route(
  { params: CollectionParams, body: z.strictObject({}), response: CollectionDetail },
  ({ ctx, params }) => changeDemoOwner(ctx, params),
)
