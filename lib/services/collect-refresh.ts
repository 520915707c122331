import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { isIndexable } from '../collection/is-indexable.ts'
import { walkPaceMs } from '../collection/walk.ts'
import { type Collecting, changeCollecting, findCollecting, keepNew } from '../db/collecting.ts'
import { findIndex } from '../db/collection-indexes.ts'
import { fromIds } from '../db/freeze-tokens.ts'
import { fromIndex } from '../db/matching-assets.ts'
import { type ErrorCode, isAppError, isRetryable } from '../errors/app-error.ts'
import { addCollected, endCollecting } from './add-collected.ts'
import type { WorkContext } from './context.ts'
import { type QueryPlace, readQueryPage } from './read-query-page.ts'
import { beginWalk } from './start-index.ts'

const TRY_AGAIN_MS = 30_000
const WALKING_MS = 2_000
/** Well below the time after which the queue takes a job for dead. */
const LONGEST_MS = 20_000

type Limits = { signal?: AbortSignal; maxMs?: number }

/**
 * Takes the query of a refresh further towards its tokens; full batches can be sent from the moment they exist.
 * Returns when to go on, null when all is collected or nothing may be.
 */
export async function collectRefresh(
  work: WorkContext,
  id: string,
  limits: Limits = {},
): Promise<Date | null> {
  const refresh = await findCollecting(work.db, id)
  if (!refresh) return null
  try {
    return (await collectFromIndex(work, refresh)) ?? (await collectFromNetwork(work, refresh, limits))
  } catch (error) {
    if (!isAppError(error)) throw error
    if (!isRetryable(error)) {
      if (await dropCursor(work, id, error.code)) return work.now()
      await endCollecting(work, refresh, error.message)
      return null
    }
    await changeCollecting(work.db, id, { collectError: error.message })
    const waitMs = Math.max(TRY_AGAIN_MS, (error.meta.retryAfterSeconds ?? 0) * 1_000)
    return new Date(work.now().getTime() + waitMs)
  }
}

/** A place that the network no longer takes is given up: what the refresh has already is not taken twice. */
async function dropCursor(work: WorkContext, id: string, code: ErrorCode): Promise<boolean> {
  const refresh = await findCollecting(work.db, id)
  if (code !== 'invalid_request' || !refresh?.cursor) return false
  await changeCollecting(work.db, id, { collectCursor: null })
  return true
}

/** All at once, when an index can answer and is younger than the refresh; undefined when the network must be read. */
async function collectFromIndex(work: WorkContext, refresh: Collecting): Promise<Date | null | undefined> {
  const { id, collectionId, selection, createdAt, cursor, number } = refresh
  if (cursor !== null || !isIndexable(selection.query)) return undefined
  const index = await findIndex(work.db, collectionId)
  if (!index?.completedAt || index.state === 'stopped') return undefined
  if (index.state === 'walking' || index.completedAt < createdAt) {
    await beginWalk(work, collectionId, createdAt)
    if (index.error !== refresh.error) await changeCollecting(work.db, id, { collectError: index.error })
    return new Date(work.now().getTime() + WALKING_MS)
  }
  const query = {
    collectionId,
    filter: selection.query,
    except: selection.except,
    now: createdAt,
    beforeNumber: number,
  }
  await addCollected(work, refresh, { source: fromIndex(query), cursor: null, isLast: true })
  return null
}

/** Page by page. What does not fill a batch is read again after a crash, so that only full batches come before the end. */
async function collectFromNetwork(
  work: WorkContext,
  refresh: Collecting,
  { signal, maxMs = LONGEST_MS }: Limits,
): Promise<Date | null> {
  const { id, number, collectionId, network, address, selection, createdAt: now } = refresh
  const { batchSize, requestsPerSecond } = work.networks.get(network)
  const paceMs = walkPaceMs(requestsPerSecond)
  const endMs = performance.now() + maxMs
  const except = new Set(selection.except)
  const waiting = new Set<string>()
  let known = refresh
  let cursor = refresh.cursor
  for (;;) {
    const place: QueryPlace = { collectionId, network, address, filter: selection.query, cursor, now }
    const page = await readQueryPage(work, { ...place, beforeNumber: number })
    for (const tokenId of await keepNew(work.db, refresh, page.ids))
      if (!except.has(tokenId)) waiting.add(tokenId)
    const isLast = page.nextCursor === null
    const full = waiting.size - (waiting.size % batchSize)
    if (isLast || full > 0) {
      const ids = [...waiting].slice(0, isLast ? undefined : full)
      // Where this page leaves something over it must be read again.
      const from = ids.length === waiting.size ? page.nextCursor : cursor
      const isOurs = await addCollected(work, known, { source: fromIds(ids), cursor: from, isLast })
      if (!isOurs || isLast) return null
      for (const tokenId of ids) waiting.delete(tokenId)
      known = { ...known, cursor: from, error: null }
    }
    cursor = page.nextCursor
    if (signal?.aborted || performance.now() + paceMs >= endMs) return work.now()
    if (paceMs > 0) await sleep(paceMs, undefined, { signal: signal ?? undefined }).catch(() => {})
  }
}
