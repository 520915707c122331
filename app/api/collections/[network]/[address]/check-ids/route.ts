import { CheckedIds, CheckIds } from '@/lib/collection/collection-index.ts'
import { IDS_BODY } from '@/lib/collection/token-id.ts'
import { route } from '@/lib/http/route.ts'
import { CollectionParams } from '@/lib/refresh/collection-card.ts'
import { checkIds } from '@/lib/services/check-ids.ts'

export const POST = route(
  { params: CollectionParams, body: CheckIds, response: CheckedIds, bodyLimit: IDS_BODY },
  ({ ctx, params, body }) => checkIds(ctx, params, body.ids),
)
