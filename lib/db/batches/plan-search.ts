import 'server-only'
import type { Db } from '../connection/client.ts'

type PlannedSearch = {
  nextSearchAt: Date
  /** The network answered the last one, with an error. */
  counts?: boolean
  needsPerson?: boolean
}

/** When a lost batch is searched for next; false when its outcome is known. Whoever was asked stays asked. */
export async function planSearch(
  tx: Db,
  batchId: string,
  { nextSearchAt, counts = false, needsPerson = false }: PlannedSearch,
): Promise<boolean> {
  const data = {
    nextSearchAt,
    ...(counts && { searchCount: { increment: 1 } }),
    ...(needsPerson && { needsPerson, isComplete: false }),
  }
  return (await tx.batchSearch.updateMany({ where: { batchId }, data })).count === 1
}

/** The same for several, as far as they do not wait for a signature. */
export async function planSearches(tx: Db, batchIds: readonly string[], nextSearchAt: Date): Promise<void> {
  const where = { batchId: { in: [...batchIds] }, nextSearchAt: { not: null } }
  await tx.batchSearch.updateMany({ where, data: { nextSearchAt } })
}
