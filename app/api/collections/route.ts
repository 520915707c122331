import { CollectionList, CollectionListQuery } from '@/lib/domain/collections/collection-card-schema.ts'
import { route } from '@/lib/http/route.ts'
import { listCollections } from '@/lib/services/collections/list-collections.ts'

export const GET = route({ query: CollectionListQuery, response: CollectionList }, ({ ctx, query }) =>
  listCollections(ctx, query),
)
