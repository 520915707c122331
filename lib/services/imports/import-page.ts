import 'server-only'
import { listOpenLost } from '../../db/batches/attempts.ts'
import { listTaken } from '../../db/batches/batches.ts'
import { prismaCode } from '../../db/connection/errors.ts'
import { transact } from '../../db/connection/transact.ts'
import { createImported } from '../../db/imports/imported-refreshes.ts'
import { changeImport, type RunningImport, recordImported } from '../../db/imports/refresh-imports.ts'
import { lockProject } from '../../db/networks/quota-keys.ts'
import { mayBeOurs, unknownFrom } from '../../domain/refreshes/choose-imports.ts'
import { enqueueWatch } from '../../queue/enqueue.ts'
import type { WorkContext } from '../context.ts'
import type { LongReading } from '../networks/long-reading.ts'
import { type ImportAccess, type ImportPage, readImportPage } from './read-import-page.ts'
import { type ImportableRefresh, readImportStatuses } from './read-import-statuses.ts'

const SLICE_MS = 5_000
const MOST_AT_ONCE = 10

/** As many as are read in a few seconds are stored together. */
const sliceSize = ({ intervalMs }: LongReading): number =>
  Math.max(1, Math.min(MOST_AT_ONCE, Math.floor(SLICE_MS / Math.max(1, intervalMs))))

/**
 * Takes over one page of the network's list, slice by slice. The place moves with the last slice of a page: whoever is
 * cut off before reads the page again, and what is taken by then is not taken twice.
 */
export async function importPage(
  work: WorkContext,
  run: RunningImport,
  access: ImportAccess,
  reading: LongReading,
): Promise<'goes_on' | 'ended'> {
  const page = await readImportPage(work, run, access)
  const taken = await listTaken(work.db, run.network, idsOf(page.listed))
  const free = page.listed.filter(({ reference }) => !taken.has(reference))
  let { version } = run
  let leftOut = page.unreadable
  const size = sliceSize(reading)
  for (let start = 0; ; start += size) {
    const end = start + size
    const slice = await readImportStatuses(
      work,
      { run, permit: access.permit, rest: reading.rest },
      free.slice(start, end),
    )
    const isLast = end >= free.length
    const stored = await store(work, { ...run, version }, { access, reading, page, slice, leftOut, isLast })
    // Somebody else takes this import further.
    if (!stored) return 'goes_on'
    if (isLast) return page.end === null ? 'goes_on' : 'ended'
    version += 1
    leftOut = stored.leftOut
    if (reading.isOver()) return 'goes_on'
  }
}

const idsOf = (listed: readonly { reference: string }[]) => listed.map(({ reference }) => reference)

const ends = {
  complete: (completedAt: Date) => ({ state: 'complete' as const, completedAt }),
  cut_off: () => ({
    state: 'stopped' as const,
    error: 'The network’s list of refreshes never ends. What was imported is kept.',
  }),
}

type Store = {
  access: ImportAccess
  reading: LongReading
  page: ImportPage
  slice: { known: ImportableRefresh[]; unreadable: number }
  leftOut: number
  isLast: boolean
}

/** Null when the import was taken further, or ended, by somebody else. */
async function store(
  work: WorkContext,
  run: RunningImport,
  { access, reading, page, slice, ...rest }: Store,
) {
  const { collectionId, memberId } = run
  const now = work.now()
  const made: { batchId: string; nextPollAt: Date }[] = []
  let leftOut = rest.leftOut + slice.unreadable
  const isOurs = await transact(work.db, async (tx) => {
    await lockProject(tx, run.project)
    if (!(await changeImport(tx, run, { error: null, nextStepAt: null }))) return false
    // As it is now: what was being sent when the list was read may have been recorded since.
    const taken = await listTaken(tx, run.network, idsOf(slice.known))
    const unknownsFrom = unknownFrom(await listOpenLost(tx, collectionId), page.readAt)
    for (const { reference, known: startedAt, ...one } of slice.known) {
      if (taken.has(reference)) continue
      if (mayBeOurs(startedAt, unknownsFrom)) {
        leftOut += 1
        continue
      }
      // Their polls leave room for the reading of the list.
      const nextPollAt = new Date(now.getTime() + 2 * reading.intervalMs * made.length)
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
      const { signatureId } = access.permit
      const batchId = await createImported(tx, { ...facts, memberId, signatureId })
      made.push({ batchId, nextPollAt })
    }
    const place = { ...page.place, listed: { increment: page.listed.length } }
    const end = page.end && ends[page.end](now)
    const ofPage = rest.isLast && { ...place, leftOut: { increment: leftOut }, ...end }
    await recordImported(tx, collectionId, { imported: { increment: made.length }, ...ofPage })
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
