import { AssetPage, AssetQuery } from '@/lib/collection/model.ts'
import { route } from '@/lib/http/route.ts'
import { CollectionParams } from '@/lib/refresh/collection-card.ts'
import { listAssets } from '@/lib/services/list-assets.ts'

export const GET = route(
  { params: CollectionParams, query: AssetQuery, response: AssetPage },
  ({ ctx, params, query }) => listAssets(ctx, { collection: params, query }),
)
