import 'server-only'
import { createTtlCache } from '../../core/ttl-cache.ts'
import { withTimeout } from '../../core/with-timeout.ts'
import { findCollection, listStoredCollections, saveCollection } from '../../db/collections/collections.ts'
import type { Address } from '../../domain/networks/address.ts'
import type { CollectionFacts } from '../../networks/provider/catalog.ts'
import type { WorkContext } from '../context.ts'
import type { Network } from '../networks/networks.ts'

/** The network cannot filter by owner, so its newest collections are read, no further than this. */
const MAX_PAGES = 5
const MAX_WAIT_MS = 3_000
const MAX_OWNED = 1_000

type Newest = { collections: CollectionFacts[]; seenAt: string }
const newest = createTtlCache<Newest>({ ttlMs: 15_000, max: 10 })

/** Brings our rows of what these owners own up to date, new collections included. Never fails. */
export async function findOwned(
  ctx: WorkContext,
  network: Network,
  owners: ReadonlySet<Address>,
): Promise<void> {
  const now = ctx.now()
  const reading = newest.getOrLoad(network.baseUrl, now.getTime(), () => readNewest(network, now))
  const read = await withTimeout(MAX_WAIT_MS, reading, null)
  if (!read) return
  const own = await listStoredCollections(ctx.db, {
    network: network.slug,
    owners: [...owners],
    take: MAX_OWNED,
  })
  const known = new Map(own.map(({ collection }) => [collection.address, collection.seenAt]))
  for (const facts of read.collections) {
    const isOwned = facts.ownerAddress !== null && owners.has(facts.ownerAddress)
    const seenAt = known.get(facts.address)
    if (seenAt === undefined ? !isOwned : seenAt >= read.seenAt) continue
    const stored = await findCollection(ctx.db, { network: network.slug, address: facts.address })
    // What is remembered must not undo what was read since, such as a change of owner.
    if (stored && stored.collection.seenAt >= read.seenAt) continue
    await saveCollection(ctx.db, { ...facts, network: network.slug, seenAt: read.seenAt })
  }
}

async function readNewest({ provider }: Network, now: Date): Promise<Newest> {
  const collections: CollectionFacts[] = []
  let cursor: string | undefined
  for (let page = 1; page <= MAX_PAGES; page++) {
    const { items, nextCursor } = await provider.catalog.listCollections({
      orderBy: 'updated_at',
      direction: 'desc',
      pageSize: 200,
      cursor,
    })
    collections.push(...items)
    if (nextCursor === null) break
    cursor = nextCursor
  }
  return { collections, seenAt: now.toISOString() }
}
