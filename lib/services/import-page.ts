import 'server-only'
import type { GrantHeaders } from '../auth/grants.ts'
import { readTime } from '../collection/read-time.ts'
import { followPage } from '../collection/trail.ts'
import { listOpenDoubts } from '../db/attempts.ts'
import { listClaimed } from '../db/batches.ts'
import { prismaCode } from '../db/errors.ts'
import { markGrantProven } from '../db/grants.ts'
import { createImported } from '../db/imported-refreshes.ts'
import { lockProject } from '../db/projects.ts'
import { changeImport, type RunningImport } from '../db/refresh-imports.ts'
import { transact } from '../db/transact.ts'
import { getRefreshStatus } from '../immutable/imx/get-refresh-status.ts'
import { listRefreshes } from '../immutable/imx/list-refreshes.ts'
import { concernsOneThing, UpstreamError } from '../immutable/upstream-error.ts'
import { enqueueWatch } from '../queue/enqueue.ts'
import { doubtFrom, mayBeOurs, placeInTime, type ReadAt } from '../refresh/choose-imports.ts'
import { tokensOf } from '../refresh/merge-progress.ts'
import type { WorkContext } from './context.ts'

const PAGE_SIZE = 200

/** How fast the network is asked, how many refreshes are stored at once, and when to leave the rest for later. */
export type ImportPace = {
  paceMs: number
  sliceSize: number
  isOver: () => boolean
  rest: () => Promise<void>
}

type Grant = { id: string; headers: GrantHeaders; provenAt: Date | null }
type Page = Awaited<ReturnType<typeof readPage>>
type Listed = Page['listed'][number]
type Known = Listed & { isQueued: boolean; tokenCount: number }

/**
 * Takes over one page of the network's list, slice by slice. The place moves with the last slice of a page: whoever is
 * cut off before reads the page again, and what is claimed by then is not taken twice.
 */
export async function importPage(
  work: WorkContext,
  run: RunningImport,
  grant: Grant,
  pace: ImportPace,
): Promise<'goes_on' | 'ended'> {
  const page = await readPage(work, run, grant)
  const claimed = await listClaimed(work.db, run.network, idsOf(page.listed))
  const free = page.listed.filter(({ reference }) => !claimed.has(reference))
  let { version } = run
  let leftOut = page.unreadable
  for (let start = 0; ; start += pace.sliceSize) {
    const end = start + pace.sliceSize
    const slice = await readStatuses(work, run, grant, free.slice(start, end), pace)
    const isLast = end >= free.length
    const stored = await store(work, { ...run, version }, { grant, pace, page, slice, leftOut, isLast })
    // Somebody else takes this import further.
    if (!stored) return 'goes_on'
    if (isLast) return page.end === null ? 'goes_on' : 'ended'
    version += 1
    leftOut = stored.leftOut
    if (pace.isOver()) return 'goes_on'
  }
}

async function readPage(work: WorkContext, run: RunningImport, grant: Grant) {
  const { client } = work.networks.get(run.network)
  const cursor = run.cursor ?? undefined
  const asked = { grant: grant.headers, collection: run.address, cursor, pageSize: PAGE_SIZE }
  const { items, serverDate, ...page } = await listRefreshes(client, asked)
  const now = work.now()
  if (grant.provenAt === null) await markGrantProven(work.db, grant.id, now)
  const ours = items.filter(({ collection }) => collection === run.address)
  const named = ours.flatMap(({ upstreamId: reference, ...one }) =>
    reference ? [{ ...one, reference }] : [],
  )
  const distinct = [...new Map(named.map((one) => [one.reference, one])).values()]
  const ofNobody = items.filter(({ collection }) => collection === null).length
  const unreadable = ofNobody + ours.length - named.length
  const readAt: ReadAt = { now, listedAt: readTime(serverDate) }
  return { listed: placeInTime(distinct, now), unreadable, readAt, ...followPage(page, run) }
}

const idsOf = (listed: readonly { reference: string }[]) => listed.map(({ reference }) => reference)

/** How large they are. One that is gone is no part of any history; of one that cannot be read nothing can be said. */
async function readStatuses(
  work: WorkContext,
  run: RunningImport,
  grant: Grant,
  listed: readonly Listed[],
  pace: ImportPace,
): Promise<{ known: Known[]; unreadable: number }> {
  const { client } = work.networks.get(run.network)
  const known: Known[] = []
  let unreadable = 0
  for (const one of listed) {
    await pace.rest()
    try {
      const status = await getRefreshStatus(client, { upstreamId: one.reference, grant: grant.headers })
      const isQueued = status.status === 'queued'
      if (status.counts) known.push({ ...one, isQueued, tokenCount: tokensOf(status.counts) })
      else unreadable += 1
    } catch (error) {
      if (!(error instanceof UpstreamError && concernsOneThing(error))) throw error
      if (error.kind !== 'not_found') unreadable += 1
    }
  }
  return { known, unreadable }
}

const ends = {
  complete: (completedAt: Date) => ({ state: 'complete' as const, completedAt }),
  cut_off: () => ({
    state: 'stopped' as const,
    error: 'The network’s list of refreshes has no end that can be reached. What was imported stays.',
  }),
}

type Store = {
  grant: Grant
  pace: ImportPace
  page: Page
  slice: { known: Known[]; unreadable: number }
  leftOut: number
  isLast: boolean
}

/** Null when the import was taken further, or ended, by somebody else. */
async function store(work: WorkContext, run: RunningImport, { grant, pace, page, slice, ...rest }: Store) {
  const { collectionId, memberId } = run
  const now = work.now()
  const made: { batchId: string; nextPollAt: Date }[] = []
  let leftOut = rest.leftOut + slice.unreadable
  const isOurs = await transact(work.db, async (tx) => {
    await lockProject(tx, run.project)
    if (!(await changeImport(tx, run, { error: null, nextStepAt: null }))) return false
    // As it is now: what was being sent when the list was read may have been recorded since.
    const claimed = await listClaimed(tx, run.network, idsOf(slice.known))
    const doubtsFrom = doubtFrom(await listOpenDoubts(tx, collectionId), page.readAt)
    for (const { reference, known: startedAt, ...one } of slice.known) {
      if (claimed.has(reference)) continue
      if (mayBeOurs(startedAt, doubtsFrom)) {
        leftOut += 1
        continue
      }
      // Their polls leave room for the reading of the list.
      const nextPollAt = new Date(now.getTime() + 2 * pace.paceMs * made.length)
      const { at, isQueued, tokenCount } = one
      const facts = {
        collectionId,
        network: run.network,
        reference,
        at,
        isQueued,
        tokenCount,
        nextPollAt,
        now,
      }
      const batchId = await createImported(tx, { ...facts, memberId, grantId: grant.id })
      made.push({ batchId, nextPollAt })
    }
    const place = { ...page.place, listed: { increment: page.listed.length } }
    const end = page.end && ends[page.end](now)
    const ofPage = rest.isLast && { ...place, leftOut: { increment: leftOut }, ...end }
    const data = { imported: { increment: made.length }, ...ofPage }
    await tx.refreshImport.update({ where: { collectionId }, data })
    return true
  }).catch((error: unknown) => {
    // A request of another project got this very id meanwhile: the next reading finds it taken.
    if (prismaCode(error) === 'P2002') return false
    throw error
  })
  if (!isOurs) return null
  for (const { batchId, nextPollAt } of made) await enqueueWatch(batchId, nextPollAt)
  return { leftOut }
}
