import 'server-only'
import type { SearchHit } from '../collection/search-hit.ts'
import { findCollectionsOfToken } from '../db/search.ts'
import { listVisited } from '../db/visits.ts'
import type { ServiceContext } from './context.ts'
import { collectionHref } from './to-collection-hit.ts'

/** The token in collections that the member opened or the desk refreshed it in; not checked with the network. */
export async function searchToken(ctx: ServiceContext, tokenId: string, take: number): Promise<SearchHit[]> {
  const [visited, refreshed] = await Promise.all([
    listVisited(ctx.db, ctx.member.id, take),
    findCollectionsOfToken(ctx.db, tokenId, take),
  ])
  const slugs = ctx.networks.list().map(({ slug }) => slug)
  const byId = new Map([...visited, ...refreshed].map(({ id, collection }) => [id, collection]))
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
