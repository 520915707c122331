import 'server-only'
import { readTime } from '../../core/read-time.ts'
import { followPage } from '../../core/trail.ts'
import type { RunningImport } from '../../db/imports/refresh-imports.ts'
import { orderByStart, type ReadAt } from '../../domain/refreshes/choose-imports.ts'
import type { ListRefreshes } from '../../networks/provider/refresher.ts'
import { authorityOf } from '../authority/authorities.ts'
import type { Permit } from '../authority/authority.ts'
import type { WorkContext } from '../context.ts'

const PAGE_SIZE = 200

/** With what an import reads, and by whose leave. */
export type ImportAccess = { list: ListRefreshes; permit: Permit }
export type ImportPage = Awaited<ReturnType<typeof readImportPage>>

/** What the network lists of an import's collection, each once; what cannot be named is only counted. */
export async function readImportPage(work: WorkContext, run: RunningImport, { list, permit }: ImportAccess) {
  const cursor = run.cursor ?? undefined
  const asked = { credential: permit.credential, collection: run.address, cursor, pageSize: PAGE_SIZE }
  const { items, serverDate, ...page } = await list(asked)
  const now = work.now()
  if (permit.isFirstUse) await authorityOf(work, run).markProven(work.db, permit, now)
  const ours = items.filter(({ collection }) => collection === run.address)
  const named = ours.flatMap(({ reference, ...one }) => (reference ? [{ ...one, reference }] : []))
  const distinct = [...new Map(named.map((one) => [one.reference, one])).values()]
  const ofNobody = items.filter(({ collection }) => collection === null).length
  const unreadable = ofNobody + ours.length - named.length
  const readAt: ReadAt = { now, listedAt: readTime(serverDate) }
  return { listed: orderByStart(distinct, now), unreadable, readAt, ...followPage(page, run) }
}
