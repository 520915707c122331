import 'server-only'
import { listTeamCollections } from '../../db/collections/team-collections.ts'
import { findCollectionsOfToken } from '../../db/refreshes/search.ts'
import type { SearchHit } from '../../domain/collections/search-hit-schema.ts'
import type { ServiceContext } from '../context.ts'
import { collectionHref } from './to-collection-hit.ts'

/** The token in collections where the desk refreshed it, then in others of the team; not checked with the network. */
export async function searchToken(ctx: ServiceContext, tokenId: string, take: number): Promise<SearchHit[]> {
  const slugs = ctx.networks.list().map(({ slug }) => slug)
  const [refreshed, known] = await Promise.all([
    findCollectionsOfToken(ctx.db, tokenId, take),
    listTeamCollections(ctx.db, { ownerAddress: ctx.member.address, networks: slugs, take }),
  ])
  const byId = new Map([...refreshed, ...known].map(({ id, collection }) => [id, collection]))
  return [...byId.values()]
    .filter(({ network }) => slugs.includes(network))
    .slice(0, take)
    .map((collection) => ({
      kind: 'token',
      title: `Token ${tokenId}`,
      detail: collection.name,
      href: `${collectionHref(collection)}/assets/${tokenId}`,
    }))
}
