import 'server-only'
import { type CollectionKey, findCollection } from '../../db/collections/collections.ts'
import type { CollectionDetail } from '../../domain/collections/collection-card-schema.ts'
import type { ServiceContext } from '../context.ts'
import { describeCollection } from './describe-collection.ts'

/** A collection as our own row has it, without asking its network; null if there is none, or the network is off. */
export async function findKnownCollection(
  ctx: ServiceContext,
  key: CollectionKey,
): Promise<CollectionDetail | null> {
  if (!ctx.networks.find(key.network)) return null
  const stored = await findCollection(ctx.db, key)
  return stored && { ...(await describeCollection(ctx, stored)), isStale: false }
}
