import 'server-only'
import { withTimeout } from '../../core/with-timeout.ts'
import { findCollection } from '../../db/collections/collections.ts'
import type { SearchHit } from '../../domain/collections/search-hit-schema.ts'
import type { Address } from '../../domain/networks/address.ts'
import type { ServiceContext } from '../context.ts'
import type { Network } from '../networks/networks.ts'
import { collectionHref, toCollectionHit } from './to-collection-hit.ts'

const MAX_WAIT_MS = 2_000

/** The collection of that address on each network; where none answers to it, the address itself, to be tried. */
export async function searchAddress(ctx: ServiceContext, address: Address): Promise<SearchHit[]> {
  const networks = ctx.networks.list()
  const found = await Promise.all(networks.map((network) => findHit(ctx, network, address)))
  const hits = found.filter((hit) => hit !== null)
  if (hits.length > 0) return hits
  return networks.map(({ slug, name }) => ({
    kind: 'address',
    title: `Open ${address}`,
    detail: `as a collection on ${name}`,
    imageUrl: null,
    href: collectionHref({ network: slug, address }),
  }))
}

async function findHit(ctx: ServiceContext, network: Network, address: Address): Promise<SearchHit | null> {
  const stored = await findCollection(ctx.db, { network: network.slug, address })
  if (stored) return toCollectionHit(ctx, stored.collection)
  const facts = await withTimeout(MAX_WAIT_MS, network.provider.catalog.getCollection(address), null)
  return facts && toCollectionHit(ctx, { ...facts, network: network.slug, seenAt: ctx.now().toISOString() })
}
