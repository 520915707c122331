import { SearchAnswer, SearchQuery } from '@/lib/domain/collections/search-hit-schema.ts'
import { route } from '@/lib/http/route.ts'
import { search } from '@/lib/services/collections/search.ts'

export const GET = route({ query: SearchQuery, response: SearchAnswer }, ({ ctx, query }) =>
  search(ctx, query),
)
