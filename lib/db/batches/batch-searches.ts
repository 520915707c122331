import 'server-only'
import type { Candidate } from '../../domain/batches/batch.ts'
import type { Db } from '../connection/client.ts'

/** A batch was just lost: the search for it begins anew. */
export async function beginSearch(
  tx: Db,
  batchId: string,
  { decideAt, nextSearchAt }: { decideAt: Date; nextSearchAt: Date },
): Promise<void> {
  await tx.batchSearch.deleteMany({ where: { batchId } })
  await tx.batchSearch.create({ data: { batchId, decideAt, nextSearchAt } })
}

export type SearchResult = {
  searchCount: number
  lastSearchAt: Date
  nextSearchAt: Date
  decideAt: Date
  candidates: Candidate[]
  isComplete: boolean
  needsPerson: boolean
}

export async function saveSearch(tx: Db, batchId: string, result: SearchResult): Promise<void> {
  await tx.batchSearch.updateMany({ where: { batchId }, data: result })
}

type MissedSearch = {
  nextSearchAt: Date
  /** The network answered, with an error. */
  counts: boolean
  needsPerson: boolean
}

/** Puts off a search that could not be made; false when there is none any more. Whoever was asked stays asked. */
export async function putOffSearch(
  tx: Db,
  batchId: string,
  { nextSearchAt, counts, needsPerson }: MissedSearch,
): Promise<boolean> {
  const data = {
    nextSearchAt,
    ...(counts && { searchCount: { increment: 1 } }),
    ...(needsPerson && { needsPerson, isComplete: false }),
  }
  return (await tx.batchSearch.updateMany({ where: { batchId }, data })).count === 1
}

/** When the network is asked about these next: by a poll for those it has, by a search for those that were lost. */
export async function planQuestions(tx: Db, batchIds: string[], at: Date | null): Promise<void> {
  await tx.batch.updateMany({ where: { id: { in: batchIds }, state: 'sent' }, data: { nextPollAt: at } })
  await tx.batchSearch.updateMany({ where: { batchId: { in: batchIds } }, data: { nextSearchAt: at } })
}
