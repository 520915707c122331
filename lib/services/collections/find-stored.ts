import 'server-only'
import { listStoredCollections, type StoredCollection } from '../../db/collections/collections.ts'
import { countTeamCollections, listTeamCollections } from '../../db/collections/team-collections.ts'
import type { CollectionList, CollectionListQuery } from '../../domain/collections/collection-card-schema.ts'
import type { NetworkSlug } from '../../domain/networks/network-slug.ts'
import type { ServiceContext } from '../context.ts'
import { toCards } from './to-cards.ts'

/** As many collections as a list shows at most. */
export const MAX_CARDS = 100

/** What our own rows know of the member's own collections, or of all. A text is looked for among all. */
export function findStored(
  ctx: ServiceContext,
  { owner, network, q }: Pick<CollectionListQuery, 'owner' | 'network' | 'q'>,
): Promise<StoredCollection[]> {
  const whose = owner === 'me' ? { owners: [ctx.member.address] } : { text: q }
  return listStoredCollections(ctx.db, { network, ...whose, take: MAX_CARDS })
}

type TeamQuery = Pick<CollectionListQuery, 'q' | 'page' | 'pageSize'>

/** A page of all collections of the team on these networks as our own rows know them, the member's own first. */
export async function listOfTeam(
  ctx: ServiceContext,
  networks: readonly NetworkSlug[],
  { q, page = 1, pageSize = MAX_CARDS }: TeamQuery,
): Promise<CollectionList> {
  const filter = { networks, text: q }
  const place = { ownerAddress: ctx.member.address, skip: (page - 1) * pageSize, take: pageSize }
  const [stored, total] = await Promise.all([
    listTeamCollections(ctx.db, { ...filter, ...place }),
    countTeamCollections(ctx.db, filter),
  ])
  return { items: await toCards(ctx, stored), total }
}
