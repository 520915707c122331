import 'server-only'
import { AppError } from '../../../core/app-error.ts'
import { findCollection, type StoredCollection } from '../../../db/collections/collections.ts'
import { mayBeRetried } from '../../../domain/batches/state.ts'
import type { RefreshSummary } from '../../../domain/refreshes/model-schema.ts'
import { refreshName } from '../../../domain/refreshes/refresh-key.ts'
import type { WorkContext } from '../../context.ts'
import { getSummary } from '../get-refresh.ts'

/** Refreshes of one collection that are retried together. */
export type RetrySources = { stored: StoredCollection; refreshes: RefreshSummary[] }

/** The named refreshes, each once, by collection and from the oldest; throws when one of them still moves. */
export async function findRetrySources(work: WorkContext, keys: readonly string[]): Promise<RetrySources[]> {
  const named: RefreshSummary[] = []
  for (const key of keys) named.push(await getSummary(work, key))
  const distinct = [...new Map(named.map((refresh) => [refresh.id, refresh])).values()]
  const moving = distinct.find(({ state }) => !mayBeRetried(state))
  if (moving) {
    const name = distinct.length > 1 ? refreshName(moving.number) : 'the refresh'
    throw new AppError('conflict', `You can retry when ${name} has finished.`, { reason: 'not_finished' })
  }
  const byCollection = Map.groupBy(
    distinct.sort((a, b) => a.number - b.number),
    ({ collection }) => `${collection.network} ${collection.address}`,
  )
  const sources: RetrySources[] = []
  for (const refreshes of byCollection.values()) {
    const stored = refreshes[0] && (await findCollection(work.db, refreshes[0].collection))
    if (stored) sources.push({ stored, refreshes })
  }
  return sources
}
