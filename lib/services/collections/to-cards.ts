import 'server-only'
import { countFailedLastTime, findLatestRefreshes } from '../../db/refreshes/collection-history.ts'
import type { CollectionCard } from '../../domain/collections/collection-card-schema.ts'
import type { Collection } from '../../domain/collections/model-schema.ts'
import type { ServiceContext } from '../context.ts'
import { browserImage } from './image-rules.ts'

/** Cards that get images: each costs the network one request. */
const MAX_PREVIEWS = 12

/** Without an id where only the network knows it. */
export type Candidate = { id: string | null; collection: Collection }

type Preview = (ctx: ServiceContext, collection: Collection) => string[] | Promise<string[]>

/** Collections with what this desk did to them, and the images that `preview` finds. */
export async function toCards(
  ctx: ServiceContext,
  candidates: Candidate[],
  preview: Preview,
): Promise<CollectionCard[]> {
  const ids = candidates.flatMap(({ id }) => id ?? [])
  const [latest, failed, previews] = await Promise.all([
    findLatestRefreshes(ctx.db, ids),
    countFailedLastTime(ctx.db, ids),
    Promise.all(candidates.slice(0, MAX_PREVIEWS).map(({ collection }) => preview(ctx, collection))),
  ])
  return candidates.map(({ id, collection }, index) => ({
    ...collection,
    imageUrl: browserImage(collection.imageUrl),
    preview: previews[index] ?? [],
    lastRefresh: (id && latest.get(id)) || null,
    failedLastTime: (id && failed.get(id)) || 0,
  }))
}
