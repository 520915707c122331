import 'server-only'
import { listStoredCollections, type StoredCollection } from '../../db/collections/collections.ts'
import { listTeamCollections } from '../../db/collections/team-collections.ts'
import type { CollectionListQuery } from '../../domain/collections/collection-card-schema.ts'
import type { ServiceContext } from '../context.ts'

/** As many collections as a list shows. */
export const MAX_CARDS = 100

/** What our own rows know of the member's own collections, of the whole team's, or of all. A text is looked for among all. */
export function findStored(
  ctx: ServiceContext,
  { owner, network, q }: Pick<CollectionListQuery, 'owner' | 'network' | 'q'>,
): Promise<StoredCollection[]> {
  const ownerAddress = ctx.member.address
  if (owner === 'team') return listTeamCollections(ctx.db, { ownerAddress, network, take: MAX_CARDS })
  const whose = owner === 'me' ? { owners: [ownerAddress] } : { text: q }
  return listStoredCollections(ctx.db, { network, ...whose, take: MAX_CARDS })
}
