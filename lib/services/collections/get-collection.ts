import 'server-only'
import type { CollectionKey } from '../../db/collections/collections.ts'
import { saveVisit } from '../../db/collections/visits.ts'
import type { CollectionDetail } from '../../domain/collections/collection-card-schema.ts'
import type { ServiceContext } from '../context.ts'
import { describeCollection } from './describe-collection.ts'
import { readCollection } from './read-collection.ts'

/** A collection as its pages show it; remembers that the member opened it. */
export async function getCollection(ctx: ServiceContext, key: CollectionKey): Promise<CollectionDetail> {
  const { isStale, ...stored } = await readCollection(ctx, key)
  await saveVisit(ctx.db, { memberId: ctx.member.id, collectionId: stored.id, at: ctx.now() })
  return { ...(await describeCollection(ctx, stored)), isStale }
}
