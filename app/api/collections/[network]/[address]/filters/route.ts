import { CollectionParams, TraitFilterList } from '@/lib/domain/collections/collection-card-schema.ts'
import { route } from '@/lib/http/route.ts'
import { listFilters } from '@/lib/services/collections/list-filters.ts'

export const GET = route({ params: CollectionParams, response: TraitFilterList }, ({ ctx, params }) =>
  listFilters(ctx, params),
)
