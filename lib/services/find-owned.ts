import 'server-only'
import type { Address } from '../collection/address.ts'
import { saveCollection } from '../db/collections.ts'
import type { CollectionFacts } from '../immutable/imx/collection.ts'
import { listCollections } from '../immutable/imx/list-collections.ts'
import type { WorkContext } from './context.ts'
import type { Network } from './networks.ts'
import { createMemory } from './remember.ts'
import { within } from './within.ts'

/** The network cannot filter by owner, so its newest collections are walked, no further than this. */
const MAX_PAGES = 5
const MAX_WAIT_MS = 3_000

const walks = createMemory<CollectionFacts[]>(60_000, 10)

/** Looks for collections of `owner` that the desk has not met yet, and keeps them as rows. Never fails. */
export async function findOwned(ctx: WorkContext, network: Network, owner: Address): Promise<void> {
  const walk = walks(network.baseUrl, ctx.now(), () => walkCollections(network))
  const all = await within(MAX_WAIT_MS, walk, [])
  const seenAt = ctx.now().toISOString()
  for (const facts of all) {
    if (facts.ownerAddress === owner)
      await saveCollection(ctx.db, { ...facts, network: network.slug, seenAt })
  }
}

async function walkCollections({ client }: Network): Promise<CollectionFacts[]> {
  const found: CollectionFacts[] = []
  let cursor: string | undefined
  for (let page = 1; page <= MAX_PAGES; page++) {
    const { items, nextCursor } = await listCollections(client, {
      orderBy: 'updated_at',
      direction: 'desc',
      pageSize: 200,
      cursor,
    })
    found.push(...items)
    if (nextCursor === null) break
    cursor = nextCursor
  }
  return found
}
