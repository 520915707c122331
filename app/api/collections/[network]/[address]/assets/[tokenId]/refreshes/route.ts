import { AssetParams, TokenRefreshList } from '@/lib/domain/collections/collection-card-schema.ts'
import { route } from '@/lib/http/route.ts'
import { listAssetRefreshes } from '@/lib/services/assets/list-asset-refreshes.ts'

export const GET = route({ params: AssetParams, response: TokenRefreshList }, ({ ctx, params }) =>
  listAssetRefreshes(ctx, params),
)
