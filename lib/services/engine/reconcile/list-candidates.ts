import 'server-only'
import { readTime } from '../../../core/read-time.ts'
import { createTtlCache } from '../../../core/ttl-cache.ts'
import type { BatchWork } from '../../../db/batches/batch-work.ts'
import { listTaken } from '../../../db/batches/batches.ts'
import { isBefore, type Listed, mayBe, placeListed } from '../../../domain/batches/lost/reconcile.ts'
import type { Traffic } from '../../../domain/batches/lost/traffic.ts'
import { followPages } from '../../../networks/http/follow-pages.ts'
import type { ListedRefresh, ListRefreshes, RefreshListing } from '../../../networks/provider/refresher.ts'
import type { Permit } from '../../authority/authority.ts'
import type { WorkContext } from '../../context.ts'
import { examineListed, type Found } from './examine-listed.ts'
import type { LostGroup } from './read-lost-group.ts'

const PAGE_SIZE = 200
/** More than anybody starts in the time of a search; beyond it the search counts as incomplete. */
const MAX_PAGES = 25
const MAX_CANDIDATES = 20

/** A script that fails in a loop leaves hundreds of lost requests: searches at one time share what they read. */
const recentPages = createTtlCache<RefreshListing>({ ttlMs: 1_000, max: 200 })

type Search = {
  list: ListRefreshes
  permit: Permit
  group: LostGroup
  /** As it was before anything was asked. */
  traffic: Traffic
}

export type Listing = {
  /** Each once. */
  candidates: Found[]
  /** The list was read far enough, and of everything in it that may be the batch it is known whether it fits. */
  isComplete: boolean
  /** The network's clock at the first page; null when its answers carry no date. */
  listedAt: Date | null
}

/** What the network lists that may be a batch whose answer was lost. Throws UpstreamError when it cannot be asked. */
export async function listCandidates(work: WorkContext, batch: BatchWork, search: Search): Promise<Listing> {
  const { listed, listedAt, ...list } = await readList(work, batch, search)
  const ids = listed.flatMap(({ reference }) => reference ?? [])
  // After the list: what is in it and not lost has been matched by now.
  const taken = await listTaken(work.db, batch.network, ids)
  const possible = listed.filter((one) => mayBe(one, search.group.lost, taken))
  const candidates: Found[] = []
  let isSureOfAll = possible.length <= MAX_CANDIDATES
  for (const one of possible.slice(0, MAX_CANDIDATES)) {
    const { candidate, isSure } = await examineListed({ ...search, work, batch }, one)
    if (candidate) candidates.push(candidate)
    if (!isSure) isSureOfAll = false
  }
  return { candidates, isComplete: list.isComplete && isSureOfAll, listedAt }
}

/** From new to old, until everything further was there before the batch was sent. */
async function readList(
  work: WorkContext,
  { network, ownerAddress }: BatchWork,
  { list, permit, group: { lost }, traffic }: Search,
) {
  const read = (cursor: string | undefined) => {
    const { baseUrl } = work.networks.get(network)
    // A page from before another request began says nothing of that one.
    const key = [baseUrl, ownerAddress, lost.collection, JSON.stringify(traffic), cursor].join(' ')
    const asked = { credential: permit.credential, collection: lost.collection, cursor, pageSize: PAGE_SIZE }
    return recentPages.getOrLoad(key, work.now().getTime(), () => list(asked))
  }
  const limits = { keyOf: ({ reference }: ListedRefresh) => reference, maxPages: MAX_PAGES }
  const listed: Listed[] = []
  let listedAt: Date | null | undefined
  let isComplete = false
  for await (const { items, serverDate, end } of followPages(read, limits)) {
    if (listedAt === undefined) listedAt = readTime(serverDate)
    listed.push(...items.map(toListed))
    const last = placeListed(listed).at(-1)
    isComplete = end === 'complete' || (last !== undefined && isBefore(last, lost))
    if (isComplete) break
  }
  return { listed: placeListed(listed), listedAt: listedAt ?? null, isComplete }
}

const toListed = ({ reference, collection, startedAt }: ListedRefresh): Listed => ({
  reference,
  collection,
  startedAt: readTime(startedAt),
})
