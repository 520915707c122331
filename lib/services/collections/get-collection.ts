import 'server-only'
import type { CollectionKey } from '../../db/collections/collections.ts'
import { saveVisit } from '../../db/collections/visits.ts'
import { findQuota, toQuota } from '../../db/networks/quotas.ts'
import { countRefreshes } from '../../db/refreshes/collection-history.ts'
import type { CollectionDetail } from '../../domain/collections/collection-card.ts'
import type { ServiceContext } from '../context.ts'
import { browserImage } from './image-rules.ts'
import { readCollection } from './read-collection.ts'

/** A collection as its pages show it; remembers that the member opened it. */
export async function getCollection(ctx: ServiceContext, key: CollectionKey): Promise<CollectionDetail> {
  const { id, collection, project, isStale } = await readCollection(ctx, key)
  await saveVisit(ctx.db, { memberId: ctx.member.id, collectionId: id, at: ctx.now() })
  const [quota, refreshCount] = await Promise.all([findQuota(ctx.db, project), countRefreshes(ctx.db, id)])
  return {
    ...collection,
    imageUrl: browserImage(collection.imageUrl),
    quota: toQuota(quota, ctx.now()),
    refreshCount,
    isOwner: collection.ownerAddress === ctx.member.address,
    isStale,
  }
}
