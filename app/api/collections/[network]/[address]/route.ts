import { CollectionDetail, CollectionParams } from '@/lib/domain/collections/collection-card-schema.ts'
import { route } from '@/lib/http/route.ts'
import { getCollection } from '@/lib/services/collections/get-collection.ts'

export const GET = route({ params: CollectionParams, response: CollectionDetail }, ({ ctx, params }) =>
  getCollection(ctx, params),
)
