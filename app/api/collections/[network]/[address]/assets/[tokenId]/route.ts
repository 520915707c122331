import { AssetParams } from '@/lib/domain/collections/collection-card-schema.ts'
import { Asset } from '@/lib/domain/collections/model-schema.ts'
import { route } from '@/lib/http/route.ts'
import { getAsset } from '@/lib/services/assets/get-asset.ts'

export const GET = route({ params: AssetParams, response: Asset }, ({ ctx, params }) => getAsset(ctx, params))
