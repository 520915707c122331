import 'server-only'
import { readQuota } from '../../db/batches/read-quota.ts'
import type { CollectionKey } from '../../db/collections/collections.ts'
import { saveVisit } from '../../db/collections/visits.ts'
import { countRefreshes } from '../../db/refreshes/collection-history.ts'
import type { CollectionDetail } from '../../domain/collections/collection-card.ts'
import type { ServiceContext } from '../context.ts'
import { browserImage } from './image-rules.ts'
import { readCollection } from './read-collection.ts'

/** A collection as its pages show it; remembers that the member opened it. */
export async function getCollection(ctx: ServiceContext, key: CollectionKey): Promise<CollectionDetail> {
  const { id, collection, project, isStale } = await readCollection(ctx, key)
  await saveVisit(ctx.db, { memberId: ctx.member.id, collectionId: id, at: ctx.now() })
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
    isStale,
  }
}
