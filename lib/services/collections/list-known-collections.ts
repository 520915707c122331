import 'server-only'
import type { StoredCollection } from '../../db/collections/collections.ts'
import type { CollectionList } from '../../domain/collections/collection-card-schema.ts'
import type { ServiceContext } from '../context.ts'
import { findStored } from './find-stored.ts'
import { knownPreview } from './preview-images.ts'
import { toCards } from './to-cards.ts'

/** What `listCollections` answers as far as our own rows know it; no network is asked. */
export async function listKnownCollections(
  ctx: ServiceContext,
  owner: 'me' | 'team' | 'all',
): Promise<CollectionList> {
  const stored = await findStored(ctx, { owner })
  const isOn = ({ collection }: StoredCollection) => ctx.networks.find(collection.network) !== null
  return { items: await toCards(ctx, stored.filter(isOn), knownPreview) }
}
