import 'server-only'
import { type ErrorCode, isAppError, isRetryable } from '../../../core/app-error.ts'
import { followPage, newTrail } from '../../../core/trail.ts'
import { fromIndex } from '../../../db/assets/matching-assets.ts'
import { findIndex } from '../../../db/collections/collection-indexes.ts'
import {
  changeExpanding,
  type Expanding,
  findExpanding,
  keepNew,
  movePlace,
} from '../../../db/refreshes/expanding.ts'
import { fromIds } from '../../../db/tokens/create-batches.ts'
import { readPlace, writePlace } from '../../../domain/collections/expand-place-schema.ts'
import { isIndexable } from '../../../domain/collections/is-indexable.ts'
import { readQueryPage } from '../../assets/read-query-page.ts'
import { beginSync } from '../../assets/start-index.ts'
import type { WorkContext } from '../../context.ts'
import { startReading } from '../../networks/long-reading.ts'
import { addExpanded, endExpanding } from './add-expanded.ts'

const NO_END = 'The network’s list of assets never ends.'
const TRY_AGAIN_MS = 30_000
const WALKING_MS = 2_000
/** Well below the time after which the queue takes a job for dead. */
const LONGEST_MS = 20_000

type Limits = { signal?: AbortSignal; maxMs?: number }

/**
 * Takes the query of a refresh further towards its tokens; full batches can be sent from the moment they exist.
 * Returns when to go on, null when all is collected or nothing may be.
 */
export async function expandRefresh(
  work: WorkContext,
  id: string,
  limits: Limits = {},
): Promise<Date | null> {
  const refresh = await findExpanding(work.db, id)
  if (!refresh) return null
  try {
    return (await expandFromIndex(work, refresh)) ?? (await expandFromNetwork(work, refresh, limits))
  } catch (error) {
    if (!isAppError(error)) throw error
    if (!isRetryable(error)) {
      if (await dropCursor(work, id, error.code)) return work.now()
      await endExpanding(work, refresh, error.message)
      return null
    }
    await changeExpanding(work.db, id, { expandError: error.message })
    const waitMs = Math.max(TRY_AGAIN_MS, (error.meta.retryAfterSeconds ?? 0) * 1_000)
    return new Date(work.now().getTime() + waitMs)
  }
}

/** A place that the network no longer takes is given up: what the refresh has already is not taken twice. */
async function dropCursor(work: WorkContext, id: string, code: ErrorCode): Promise<boolean> {
  const refresh = await findExpanding(work.db, id)
  if (code !== 'invalid_request' || !refresh) return false
  const place = readPlace(refresh.place)
  const again = writePlace({ ...place, ...newTrail })
  return place.cursor !== null && movePlace(work.db, refresh, again)
}

/** All at once, when an index can answer and is younger than the refresh; undefined when the network must be read. */
async function expandFromIndex(work: WorkContext, refresh: Expanding): Promise<Date | null | undefined> {
  const { id, collectionId, selection, createdAt, place, number } = refresh
  if (place !== null || !isIndexable(selection.query)) return undefined
  const index = await findIndex(work.db, collectionId)
  if (!index?.completedAt || index.state === 'stopped') return undefined
  if (index.state === 'running' || index.completedAt < createdAt) {
    await beginSync(work, collectionId, createdAt)
    if (index.error !== refresh.error) await changeExpanding(work.db, id, { expandError: index.error })
    return new Date(work.now().getTime() + WALKING_MS)
  }
  const query = {
    collectionId,
    filter: selection.query,
    except: selection.except,
    now: createdAt,
    beforeNumber: number,
  }
  await addExpanded(work, refresh, { source: fromIndex(query), place: null, isLast: true })
  return null
}

/** Page by page; what does not fill a batch yet is kept with the place, so that a crash loses one page of reading. */
async function expandFromNetwork(
  work: WorkContext,
  start: Expanding,
  { signal, maxMs = LONGEST_MS }: Limits,
): Promise<Date | null> {
  const { number: beforeNumber, collectionId, network, address, selection, createdAt: now } = start
  const { limits } = work.networks.get(network)
  const batchSize = limits.tokensPerRequest
  const reading = startReading(work, network, { maxMs, signal })
  const except = new Set(selection.except)
  for (let refresh = start; ; ) {
    const { waiting, leftOut: before, ...trail } = readPlace(refresh.place)
    const { cursor } = trail
    const query = { collectionId, network, address, filter: selection.query, cursor, now, beforeNumber }
    const page = await readQueryPage(work, query)
    const found = (await keepNew(work.db, refresh, page.ids)).filter((tokenId) => !except.has(tokenId))
    const ids = [...new Set([...waiting, ...found])]
    const { place: further, end } = followPage(page, trail)
    const isLast = end !== null
    const leftOut = before + page.unreadable
    const full = isLast ? ids.length : ids.length - (ids.length % batchSize)
    const place = isLast ? null : writePlace({ ...further, waiting: ids.slice(full), leftOut })
    const reason = end === 'cut_off' ? NO_END : null
    const collected = { source: fromIds(ids.slice(0, full)), place, isLast, leftOut, reason }
    const isOurs =
      full > 0 || isLast
        ? await addExpanded(work, refresh, collected)
        : await movePlace(work.db, refresh, place)
    if (!isOurs || isLast) return null
    refresh = { ...refresh, place, error: null }
    if (reading.isOver()) return work.now()
    await reading.rest()
  }
}
