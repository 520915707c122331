import 'server-only'
import { findTokenCounts } from '../../db/collections/collection-indexes.ts'
import { countFailedLastTime, findLatestRefreshes } from '../../db/refreshes/collection-history.ts'
import { findNames } from '../../db/team/members.ts'
import type { CollectionCard } from '../../domain/collections/collection-card-schema.ts'
import type { Collection } from '../../domain/collections/model-schema.ts'
import type { ServiceContext } from '../context.ts'
import { browserImage } from './image-rules.ts'

/** Without an id where only the network knows it. */
export type Candidate = { id: string | null; collection: Collection }

/** Collections with what this desk did to them. */
export async function toCards({ db }: ServiceContext, candidates: Candidate[]): Promise<CollectionCard[]> {
  const ids = candidates.flatMap(({ id }) => id ?? [])
  const owners = candidates.flatMap(({ collection }) => collection.ownerAddress ?? [])
  const [latest, failed, tokens, names] = await Promise.all([
    findLatestRefreshes(db, ids),
    countFailedLastTime(db, ids),
    findTokenCounts(db, ids),
    findNames(db, [...new Set(owners)]),
  ])
  return candidates.map(({ id, collection }) => ({
    ...collection,
    imageUrl: browserImage(collection.imageUrl),
    ownerName: (collection.ownerAddress && names.get(collection.ownerAddress)) || null,
    tokens: (id && tokens.get(id)) || null,
    lastRefresh: (id && latest.get(id)) || null,
    failedLastTime: (id && failed.get(id)) || 0,
  }))
}
