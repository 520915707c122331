import 'server-only'
import type { GrantHeaders } from '../auth/grants.ts'
import type { BatchWork } from '../db/batch-work.ts'
import { listClaimed } from '../db/batches.ts'
import { isRivalBeingSent } from '../db/doubts.ts'
import { getRefreshStatus } from '../immutable/imx/get-refresh-status.ts'
import { listRefreshErrors } from '../immutable/imx/list-refresh-errors.ts'
import { listRefreshes, type RefreshListing } from '../immutable/imx/list-refreshes.ts'
import { createMemory } from '../memory/memory.ts'
import type { Candidate } from '../refresh/batch.ts'
import { fits, isBefore, type Listed, type Lost, mayBe } from '../refresh/reconcile.ts'
import type { WorkContext } from './context.ts'
import type { Network } from './networks.ts'

const PAGE_SIZE = 200
/** More than anybody starts in the time of a search; beyond it the look counts as incomplete. */
const MAX_PAGES = 25
const MAX_CANDIDATES = 20

/** A script that fails in a loop leaves hundreds of doubts about one list: those that look at once look together. */
const recentPages = createMemory<RefreshListing>({ ttlMs: 1_000, max: 200 })

type Search = { network: Network; grant: GrantHeaders; lost: Lost }

export type Listing = {
  candidates: Candidate[]
  isComplete: boolean
  /** The network's clock at the first page; null when its answers carry no date. */
  listedAt: Date | null
}

/** What the network lists that may be a batch whose answer was lost. Throws UpstreamError when it cannot be asked. */
export async function listCandidates(work: WorkContext, batch: BatchWork, search: Search): Promise<Listing> {
  const { listed, listedAt, ...list } = await readList(work, batch, search)
  // Before the claims are read: a script's request that is in the list is then either claimed or still being sent.
  const isComplete = list.isComplete && !(await isRivalBeingSent(work.db, batch))
  const ids = listed.map(({ reference }) => reference)
  const claimed = await listClaimed(work.db, batch.network, ids)
  const possible = listed.filter((one) => mayBe(one, search.lost, claimed))
  const candidates: Candidate[] = []
  for (const { reference } of possible.slice(0, MAX_CANDIDATES)) {
    const candidate = await examine(search, reference)
    if (candidate) candidates.push(candidate)
  }
  return { candidates, isComplete: isComplete && possible.length <= MAX_CANDIDATES, listedAt }
}

/** From new to old, until everything further was there before the batch was sent. */
async function readList(work: WorkContext, { ownerAddress }: BatchWork, { network, grant, lost }: Search) {
  const listed: Listed[] = []
  let listedAt: Date | null = null
  let cursor: string | undefined
  for (let pages = 1; ; pages++) {
    const asked = { grant, collection: lost.collection, cursor, pageSize: PAGE_SIZE }
    const key = [network.baseUrl, ownerAddress, lost.collection, cursor].join(' ')
    const page = await recentPages.recall(key, work.now().getTime(), () =>
      listRefreshes(network.client, asked),
    )
    if (pages === 1) listedAt = page.serverDate ? new Date(page.serverDate) : null
    const items = page.items.map(({ upstreamId, collection, startedAt }) => ({
      reference: upstreamId,
      collection,
      startedAt: toDate(startedAt),
    }))
    listed.push(...items)
    const last = items.at(-1)
    if (page.nextCursor === null || (last && isBefore(last, lost))) {
      return { listed, listedAt, isComplete: listed.every(({ startedAt }) => startedAt !== null) }
    }
    if (pages === MAX_PAGES) return { listed, listedAt, isComplete: false }
    cursor = page.nextCursor
  }
}

function toDate(text: string | null): Date | null {
  const date = new Date(text ?? Number.NaN)
  return Number.isNaN(date.getTime()) ? null : date
}

async function examine({ network, grant, lost }: Search, reference: string): Promise<Candidate | null> {
  const { client } = network
  const { startedAt, status, succeeded, failed, pending } = await getRefreshStatus(client, {
    upstreamId: reference,
    grant,
  })
  const started = toDate(startedAt) ?? lost.sentAt
  const candidate = { reference, startedAt: started.toISOString(), status, succeeded, failed, pending }
  if (!fits(candidate, [], lost)) return null
  let cursor: string | undefined
  do {
    const page = await listRefreshErrors(client, {
      upstreamId: reference,
      grant,
      cursor,
      pageSize: PAGE_SIZE,
    })
    const failedIds = page.items.map(({ tokenId }) => tokenId)
    if (!fits(candidate, failedIds, lost)) return null
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return candidate
}
