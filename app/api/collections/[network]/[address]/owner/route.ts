import { z } from 'zod'
import { route } from '@/lib/http/route.ts'
import { CollectionDetail, CollectionParams } from '@/lib/domain/collections/collection-card.ts'
import { changeDemoOwner } from '@/lib/services/signatures/change-demo-owner.ts'

export const POST = route(
  { params: CollectionParams, body: z.strictObject({}), response: CollectionDetail },
  ({ ctx, params }) => changeDemoOwner(ctx, params),
)
