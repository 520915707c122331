import 'server-only'
import type { StoredCollection } from '../../db/collections/collections.ts'
import type { CollectionList, CollectionListQuery } from '../../domain/collections/collection-card-schema.ts'
import type { ServiceContext } from '../context.ts'
import { findStored, listOfTeam } from './find-stored.ts'
import { toCards } from './to-cards.ts'

/** What `listCollections` answers as far as our own rows know it; no network is asked. */
export async function listKnownCollections(
  ctx: ServiceContext,
  query: CollectionListQuery,
): Promise<CollectionList> {
  if (query.owner === 'team') {
    const on = ctx.networks.list().map(({ slug }) => slug)
    return listOfTeam(ctx, on, query)
  }
  const isOn = ({ collection }: StoredCollection) => ctx.networks.find(collection.network) !== null
  const stored = (await findStored(ctx, query)).filter(isOn)
  return { items: await toCards(ctx, stored), total: stored.length }
}
