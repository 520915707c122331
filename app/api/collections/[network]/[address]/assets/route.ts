import { CollectionParams } from '@/lib/domain/collections/collection-card.ts'
import { AssetPage, AssetQuery } from '@/lib/domain/collections/model.ts'
import { route } from '@/lib/http/route.ts'
import { listAssets } from '@/lib/services/assets/list-assets.ts'

export const GET = route(
  { params: CollectionParams, query: AssetQuery, response: AssetPage },
  ({ ctx, params, query }) => listAssets(ctx, { collection: params, query }),
)
