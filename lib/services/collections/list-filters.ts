import 'server-only'
import type { CollectionKey } from '../../db/collections/collections.ts'
import type { TraitFilterList } from '../../domain/collections/collection-card-schema.ts'
import type { TraitFilter } from '../../domain/collections/model-schema.ts'
import type { ServiceContext } from '../context.ts'
import { askNetwork } from '../networks/upstream-errors.ts'

const MAX_PAGES = 10

/** Every trait by which the network can filter a collection. */
export async function listFilters(ctx: ServiceContext, collection: CollectionKey): Promise<TraitFilterList> {
  const network = ctx.networks.get(collection.network)
  const missing = `${network.name} has no filters for this collection.`
  const items: TraitFilter[] = []
  let cursor: string | undefined
  for (let page = 1; page <= MAX_PAGES; page++) {
    const answer = await askNetwork(network, missing, () =>
      network.provider.catalog.listTraits({ collection: collection.address, pageSize: 200, cursor }),
    )
    items.push(...answer.items)
    if (answer.nextCursor === null || answer.nextCursor === cursor) break
    cursor = answer.nextCursor
  }
  return { items }
}
