import 'server-only'
import { listStoredCollections, type StoredCollection } from '../../db/collections/collections.ts'
import { listTeamCollections } from '../../db/collections/team-collections.ts'
import type { CollectionList } from '../../domain/collections/collection-card-schema.ts'
import type { ServiceContext } from '../context.ts'
import { MAX_CARDS } from './list-collections.ts'
import { knownPreview } from './preview-images.ts'
import { toCards } from './to-cards.ts'

/** What `listCollections` answers as far as our own rows know it; no network is asked. */
export async function listKnownCollections(
  ctx: ServiceContext,
  owner: 'me' | 'team' | 'all',
): Promise<CollectionList> {
  const stored = await findStored(ctx, owner)
  const isOn = ({ collection }: StoredCollection) => ctx.networks.find(collection.network) !== null
  return { items: await toCards(ctx, stored.filter(isOn), knownPreview) }
}

function findStored(ctx: ServiceContext, owner: 'me' | 'team' | 'all'): Promise<StoredCollection[]> {
  const ownerAddress = ctx.member.address
  if (owner === 'team') return listTeamCollections(ctx.db, { ownerAddress, take: MAX_CARDS })
  return listStoredCollections(ctx.db, { ...(owner === 'me' && { owners: [ownerAddress] }), take: MAX_CARDS })
}
