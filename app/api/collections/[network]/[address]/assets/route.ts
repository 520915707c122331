import { CollectionParams } from '@/lib/domain/collections/collection-card-schema.ts'
import { AssetPage, AssetQuery } from '@/lib/domain/collections/model-schema.ts'
import { route } from '@/lib/http/route.ts'
import { listAssets } from '@/lib/services/assets/list-assets.ts'

export const GET = route(
  { params: CollectionParams, query: AssetQuery, response: AssetPage },
  ({ ctx, params, query }) => listAssets(ctx, { collection: params, query }),
)
