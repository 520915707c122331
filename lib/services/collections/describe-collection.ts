import 'server-only'
import { readQuota } from '../../db/batches/read-quota.ts'
import type { StoredCollection } from '../../db/collections/collections.ts'
import { countRefreshes } from '../../db/refreshes/collection-history.ts'
import type { CollectionDetail } from '../../domain/collections/collection-card-schema.ts'
import type { ServiceContext } from '../context.ts'
import { browserImage } from './image-rules.ts'

type Facts = Omit<CollectionDetail, 'isStale'>

/** What our rows say of a collection, for the member who looks at it. */
export async function describeCollection(
  ctx: ServiceContext,
  { id, collection, project }: StoredCollection,
): Promise<Facts> {
  const [quota, refreshCount] = await Promise.all([
    readQuota(ctx.db, project, ctx.now()),
    countRefreshes(ctx.db, id),
  ])
  return {
    ...collection,
    imageUrl: browserImage(collection.imageUrl),
    quota,
    refreshCount,
    isOwner: collection.ownerAddress === ctx.member.address,
  }
}
