import 'server-only'
import { isAppError, isRetryable } from '../../core/app-error.ts'
import { readTime } from '../../core/read-time.ts'
import { followPage, newTrail } from '../../core/trail.ts'
import { type IndexedAsset, saveAssets } from '../../db/assets/indexed-assets.ts'
import {
  addToIndexCount,
  changeIndex,
  findSync,
  type IndexChange,
  type IndexSync,
} from '../../db/collections/collection-indexes.ts'
import { transact } from '../../db/connection/transact.ts'
import { listExpandingOf } from '../../db/refreshes/expanding.ts'
import type { Asset } from '../../domain/collections/model-schema.ts'
import { type PlainTraits, plainTraits } from '../../domain/collections/plain-traits.ts'
import { newestChange, syncFrom } from '../../domain/collections/sync-interval.ts'
import { cleanText } from '../../domain/failures/failure-body.ts'
import type { Page } from '../../networks/http/page.ts'
import { enqueueExpand } from '../../queue/enqueue.ts'
import type { WorkContext } from '../context.ts'
import { type LongReading, startReading } from '../networks/long-reading.ts'
import { readAssetPage } from './read-asset-page.ts'

const PAGE_SIZE = 200
/** Beyond one page for each token that is known. */
const SPARE_PAGES = 1_000
const NO_END = 'The network’s list of assets never ends, so counting stopped.'
const TRY_AGAIN_MS = 30_000
/** Well below the time after which the queue takes a job for dead. */
const LONGEST_MS = 20_000

/** Takes the sync of a collection's index some pages further; returns when to go on, null when it has ended. */
export async function syncIndex(
  work: WorkContext,
  collectionId: string,
  { signal, maxMs = LONGEST_MS }: { signal?: AbortSignal; maxMs?: number } = {},
): Promise<Date | null> {
  let reading: LongReading | null = null
  for (;;) {
    const sync = await findSync(work.db, collectionId)
    if (!sync) return null
    reading ??= startReading(work, sync.network, { maxMs, signal })
    const now = work.now()
    if (sync.nextStepAt && sync.nextStepAt > now) return sync.nextStepAt
    const step = await syncPage(work, sync)
    if (step === 'waits') continue
    if (step === 'ended') {
      for (const id of await listExpandingOf(work.db, collectionId)) await enqueueExpand(id)
      return null
    }
    if (reading.isOver()) return new Date(now.getTime() + reading.intervalMs)
    await reading.rest()
  }
}

async function syncPage(work: WorkContext, sync: IndexSync): Promise<'moved' | 'waits' | 'ended'> {
  let page: Page<Asset>
  try {
    page = await readPage(work, sync)
  } catch (error) {
    if (!isAppError(error)) throw error
    const change = afterError(sync, error, work.now())
    await changeIndex(work.db, sync, change)
    return change.state === 'stopped' ? 'ended' : 'waits'
  }
  const now = work.now()
  const { place, end } = followPage(page, sync, SPARE_PAGES + 2 * sync.count)
  await transact(work.db, async (tx) => {
    const assets = toRows(page.items)
    const times = assets.map(({ updatedAt }) => updatedAt)
    const isOurs = await changeIndex(tx, sync, {
      ...place,
      updatedUpTo: newestChange(sync.updatedUpTo, times, now),
      error: null,
      nextStepAt: null,
      ...(end === 'complete' && { state: 'complete', completedAt: now }),
      ...(end === 'cut_off' && { state: 'stopped', error: NO_END }),
    })
    if (!isOurs) return
    const added = await saveAssets(tx, sync.collectionId, assets)
    await addToIndexCount(tx, sync.collectionId, added)
  })
  return end === null ? 'moved' : 'ended'
}

const readPage = (work: WorkContext, { network, address, changedSince: from, cursor }: IndexSync) =>
  readAssetPage(
    work,
    { network, address },
    {
      updatedAfter: from?.toISOString(),
      // The oldest change first: what changes meanwhile comes again at the end, so nothing is missed.
      orderBy: 'updated_at',
      direction: 'asc',
      cursor: cursor ?? undefined,
      pageSize: PAGE_SIZE,
    },
  )

/** What may pass is waited for. A cursor that the network no longer takes is given up; any other refusal ends the sync. */
function afterError(
  sync: IndexSync,
  error: Error & { meta?: { retryAfterSeconds?: number } },
  now: Date,
): IndexChange {
  if (isRetryable(error)) {
    const waitMs = Math.max(TRY_AGAIN_MS, (error.meta?.retryAfterSeconds ?? 0) * 1_000)
    return { error: error.message, nextStepAt: new Date(now.getTime() + waitMs) }
  }
  const from = syncFrom(sync.updatedUpTo)
  const isFurther = from !== null && from.getTime() !== sync.changedSince?.getTime()
  if (sync.cursor !== null && isFurther) return { ...newTrail, changedSince: from }
  return { state: 'stopped', error: error.message }
}

function toRows(assets: readonly Asset[]): IndexedAsset[] {
  const rows = assets.map((asset) => ({
    tokenId: asset.tokenId,
    name: asset.name,
    imageUrl: asset.imageUrl,
    status: asset.status,
    owner: asset.owner,
    updatedAt: readTime(asset.updatedAt),
    traits: cleanTraits(asset.metadata),
  }))
  return [...new Map(rows.map((row) => [row.tokenId, row])).values()]
}

function cleanTraits(metadata: Asset['metadata']): PlainTraits {
  const traits = Object.entries(plainTraits(metadata))
  return Object.fromEntries(
    traits.map(([key, value]) => [cleanText(key), typeof value === 'string' ? cleanText(value) : value]),
  )
}
