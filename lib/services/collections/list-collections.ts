import 'server-only'
import type { StoredCollection } from '../../db/collections/collections.ts'
import { listMembers } from '../../db/team/members.ts'
import type { CollectionList, CollectionListQuery } from '../../domain/collections/collection-card-schema.ts'
import type { Collection } from '../../domain/collections/model-schema.ts'
import type { ServiceContext } from '../context.ts'
import type { Network } from '../networks/networks.ts'
import { findOwned } from './find-owned.ts'
import { findStored, listOfTeam, MAX_CARDS } from './find-stored.ts'
import { searchNetworks } from './search-networks.ts'
import { type Candidate, toCards } from './to-cards.ts'

/** Collections as cards: the member's own, the whole team's, or all that the desk knows and the network finds. */
export async function listCollections(
  ctx: ServiceContext,
  query: CollectionListQuery,
): Promise<CollectionList> {
  const networks = query.network ? [ctx.networks.get(query.network)] : ctx.networks.list()
  const slugs = networks.map(({ slug }) => slug)
  if (query.owner === 'team') {
    // Whoever searches or turns pages has just seen the first one.
    if (!query.q && (query.page ?? 1) === 1) await findOwnedByTeam(ctx, networks)
    return listOfTeam(ctx, slugs, query)
  }
  const candidates = (await findCandidates(ctx, query, networks))
    .filter(({ collection }) => slugs.includes(collection.network) && matches(collection, query))
    .slice(0, MAX_CARDS)
  return { items: await toCards(ctx, candidates), total: candidates.length }
}

async function findCandidates(
  ctx: ServiceContext,
  query: CollectionListQuery,
  networks: Network[],
): Promise<Candidate[]> {
  if (query.owner === 'me') {
    await findOwnedByTeam(ctx, networks)
    return findStored(ctx, query)
  }
  const [stored, found] = await Promise.all([
    findStored(ctx, query),
    searchNetworks(ctx, networks, { text: query.q, take: 50 }),
  ])
  return mergeCandidates(stored, found)
}

/** What a colleague owns is the team's before they have signed in for the first time. */
async function findOwnedByTeam(ctx: ServiceContext, networks: Network[]): Promise<void> {
  const members = await listMembers(ctx.db)
  const owners = new Set(members.map(({ address }) => address))
  await Promise.all(networks.map((network) => findOwned(ctx, network, owners)))
}

function mergeCandidates(stored: StoredCollection[], found: Collection[]): Candidate[] {
  const known = new Set(stored.map(({ collection }) => keyOf(collection)))
  const fresh = found.filter((collection) => !known.has(keyOf(collection)))
  return [...stored, ...fresh.map((collection) => ({ id: null, collection }))]
}

const keyOf = ({ network, address }: Collection): string => `${network} ${address}`

/** What the network found by its own rules (descriptions too) stays; our rows were matched by the query. */
function matches(collection: Collection, { owner, q }: CollectionListQuery): boolean {
  if (!q || owner === 'all') return true
  const text = q.toLowerCase()
  return collection.name.toLowerCase().includes(text) || collection.address.includes(text)
}
