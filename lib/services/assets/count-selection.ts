import 'server-only'
import { isRetryable } from '../../core/app-error.ts'
import { followPage, newTrail, type Trail } from '../../core/trail.ts'
import { createTtlCache } from '../../core/ttl-cache.ts'
import { countIds, countMatching } from '../../db/assets/matching-assets.ts'
import { findIndex } from '../../db/collections/collection-indexes.ts'
import type { StoredCollection } from '../../db/collections/collections.ts'
import type { AssetFilter } from '../../domain/assets/asset-filter-schema.ts'
import { isIndexable } from '../../domain/collections/is-indexable.ts'
import type { SubmittedSelection } from '../../domain/refreshes/submission-schema.ts'
import type { WorkContext } from '../context.ts'
import { startReading } from '../networks/long-reading.ts'
import { readQueryPage } from './read-query-page.ts'

export type SelectionCount = {
  tokens: number
  /** `tokens` is what is known so far; more may come. */
  isAtLeast: boolean
  /** How many of them another refresh here has not settled yet. */
  refreshing: number
}

/** For as long one request goes on counting; the next one goes on from there. */
const COUNT_MS = 1_500

/** Which tokens a selection names, counted by the index where it can, by reading the network's pages otherwise. */
export async function countSelection(
  work: WorkContext,
  stored: StoredCollection,
  selection: SubmittedSelection,
): Promise<SelectionCount> {
  if ('ids' in selection) {
    return { ...(await countIds(work.db, stored.id, [...new Set(selection.ids)])), isAtLeast: false }
  }
  const { query, except } = selection
  const index = isIndexable(query) ? await findIndex(work.db, stored.id) : null
  if (index && (index.completedAt || index.state === 'running')) {
    const indexed = { collectionId: stored.id, filter: query, except, now: work.now() }
    return { ...(await countMatching(work.db, indexed)), isAtLeast: index.completedAt === null }
  }
  const { ids, doneAt, isCutOff } = await goOnCounting(work, stored, query)
  const left = new Set(ids)
  for (const id of except) left.delete(id)
  return { ...(await countIds(work.db, stored.id, [...left])), isAtLeast: doneAt === null || isCutOff }
}

type Counter = {
  ids: Set<string>
  trail: Trail
  /** The list has no end that can be reached. */
  isCutOff: boolean
  doneAt: Date | null
  running: Promise<void> | null
}

const newCounter = (): Counter => ({
  ids: new Set(),
  trail: newTrail,
  isCutOff: false,
  doneAt: null,
  running: null,
})

/** A large count takes minutes; one that is done is taken again after a while. */
const counters = createTtlCache<Counter>({ ttlMs: 30 * 60_000, max: 8 })
const DONE_MS = 60_000

/** Counting goes on where the last request for the same query left it; several at once share one. */
async function goOnCounting(
  work: WorkContext,
  stored: StoredCollection,
  filter: AssetFilter,
): Promise<Counter> {
  const { network, address } = stored.collection
  const key = JSON.stringify([work.networks.get(network).baseUrl, address, filter])
  const now = work.now()
  const counter = await counters.getOrLoad(key, now.getTime(), async () => newCounter())
  if (counter.doneAt && now.getTime() - counter.doneAt.getTime() > DONE_MS) {
    Object.assign(counter, newCounter())
  }
  counter.running ??= countOn(work, stored, filter, counter)
    .catch((error: unknown) => {
      // A place that the network no longer takes would fail for ever.
      if (!isRetryable(error)) counter.trail = newTrail
      throw error
    })
    .finally(() => {
      counter.running = null
    })
  await counter.running
  return counter
}

async function countOn(
  work: WorkContext,
  { id: collectionId, collection }: StoredCollection,
  filter: AssetFilter,
  counter: Counter,
): Promise<void> {
  const { network, address } = collection
  const reading = startReading(work, network, { maxMs: COUNT_MS })
  while (!counter.doneAt) {
    const place = { collectionId, network, address, filter, cursor: counter.trail.cursor, now: work.now() }
    const { ids, ...page } = await readQueryPage(work, place)
    for (const id of ids) counter.ids.add(id)
    const { place: trail, end } = followPage(page, counter.trail)
    counter.trail = trail
    counter.isCutOff = end === 'cut_off'
    if (end !== null) counter.doneAt = work.now()
    if (reading.isOver()) return
    if (!counter.doneAt) await reading.rest()
  }
}
