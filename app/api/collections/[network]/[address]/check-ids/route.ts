import { IDS_BODY } from '@/lib/domain/assets/token-id.ts'
import { CollectionParams } from '@/lib/domain/collections/collection-card-schema.ts'
import { CheckedIds, CheckIds } from '@/lib/domain/collections/collection-index-schema.ts'
import { route } from '@/lib/http/route.ts'
import { checkIds } from '@/lib/services/assets/check-ids.ts'

export const POST = route(
  { params: CollectionParams, body: CheckIds, response: CheckedIds, bodyLimit: IDS_BODY },
  ({ ctx, params, body }) => checkIds(ctx, params, body.ids),
)
