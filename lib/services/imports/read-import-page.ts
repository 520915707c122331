import 'server-only'
import { readTime } from '../../core/read-time.ts'
import { followPage } from '../../core/trail.ts'
import type { RunningImport } from '../../db/imports/refresh-imports.ts'
import { markSignatureProven } from '../../db/signatures/signatures.ts'
import { orderByStart, type ReadAt } from '../../domain/refreshes/choose-imports.ts'
import type { SignatureHeaders } from '../../signatures/signatures.ts'
import type { WorkContext } from '../context.ts'

const PAGE_SIZE = 200

export type ImportSignature = { id: string; headers: SignatureHeaders; provenAt: Date | null }
export type ImportPage = Awaited<ReturnType<typeof readImportPage>>

/** What the network lists of an import's collection, each once; what cannot be named is only counted. */
export async function readImportPage(work: WorkContext, run: RunningImport, signature: ImportSignature) {
  const { refresher } = work.networks.get(run.network).provider
  const cursor = run.cursor ?? undefined
  const asked = { credential: signature.headers, collection: run.address, cursor, pageSize: PAGE_SIZE }
  const { items, serverDate, ...page } = await refresher.listRefreshes(asked)
  const now = work.now()
  if (signature.provenAt === null) await markSignatureProven(work.db, signature.id, now)
  const ours = items.filter(({ collection }) => collection === run.address)
  const named = ours.flatMap(({ reference, ...one }) => (reference ? [{ ...one, reference }] : []))
  const distinct = [...new Map(named.map((one) => [one.reference, one])).values()]
  const ofNobody = items.filter(({ collection }) => collection === null).length
  const unreadable = ofNobody + ours.length - named.length
  const readAt: ReadAt = { now, listedAt: readTime(serverDate) }
  return { listed: orderByStart(distinct, now), unreadable, readAt, ...followPage(page, run) }
}
