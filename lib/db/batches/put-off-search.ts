import 'server-only'
import type { Db } from '../connection/client.ts'

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
