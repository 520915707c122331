import 'server-only'
import {
  type FoundToken,
  findTokenIn,
  listTokensByIdPrefix,
  listTokensByName,
} from '../../db/assets/find-tokens.ts'
import { listTeamCollections } from '../../db/collections/team-collections.ts'
import type { SearchHit } from '../../domain/collections/search-hit-schema.ts'
import type { ServiceContext } from '../context.ts'
import { browserImage } from './image-rules.ts'
import { collectionHref } from './to-collection-hit.ts'

/** A shorter text is the beginning of too many names. */
const MIN_NAME = 2
const MAX_UNKNOWN = 3

type Asked = {
  q: string
  /** Null where the text is no id. */
  id: string | null
}

/**
 * Tokens that the indexes have: those with the very id, by the order of their collections, then ids and names that begin
 * so. An id may also be of a collection that is not counted; then that is said.
 */
export async function searchTokens(
  ctx: ServiceContext,
  { q, id }: Asked,
  take: number,
): Promise<SearchHit[]> {
  const { networks } = ofTeam(ctx)
  const search = { networks, take }
  const [exact, longer, named, unknown] = await Promise.all([
    id === null ? [] : findExact(ctx, id, take),
    id === null ? [] : listTokensByIdPrefix(ctx.db, id, search),
    q.length < MIN_NAME ? [] : listTokensByName(ctx.db, q, search),
    id === null ? [] : findUncounted(ctx, id),
  ])
  const byHref = new Map([...exact, ...longer, ...named].map(toTokenHit).map((hit) => [hit.href, hit]))
  return [...[...byHref.values()].slice(0, take), ...unknown]
}

const ofTeam = ({ member, networks }: ServiceContext) => ({
  ownerAddress: member.address,
  networks: networks.list().map(({ slug }) => slug),
})

async function findExact(ctx: ServiceContext, id: string, take: number): Promise<FoundToken[]> {
  const token = { id, isIndexed: true }
  const collections = await listTeamCollections(ctx.db, { ...ofTeam(ctx), token, take })
  const ids = collections.map((stored) => stored.id)
  const tokens = await findTokenIn(ctx.db, ids, id)
  return ids.flatMap((one) => tokens.get(one) ?? [])
}

async function findUncounted(ctx: ServiceContext, id: string): Promise<SearchHit[]> {
  const token = { id, isIndexed: false }
  const collections = await listTeamCollections(ctx.db, { ...ofTeam(ctx), token, take: MAX_UNKNOWN })
  return collections.map(({ collection }) => ({
    kind: 'token',
    title: `Try #${id}`,
    detail: `${collection.name}, whose tokens are not all counted`,
    imageUrl: null,
    href: `${collectionHref(collection)}/assets/${id}`,
  }))
}

const toTokenHit = ({ tokenId, name, imageUrl, collection }: FoundToken): SearchHit => ({
  kind: 'token',
  title: titleOf(name, tokenId),
  detail: collection.name,
  imageUrl: browserImage(imageUrl),
  href: `${collectionHref(collection)}/assets/${tokenId}`,
})

const titleOf = (name: string | null, tokenId: string): string => {
  if (name === null) return `#${tokenId}`
  return name.includes(`#${tokenId}`) ? name : `${name} #${tokenId}`
}
