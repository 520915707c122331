import 'server-only'
import type { Db } from '../connection/client.ts'

/** When a lost batch is searched for next; nothing changes once its outcome is known. */
export async function planSearch(tx: Db, batchId: string, at: Date): Promise<void> {
  await tx.batchSearch.updateMany({ where: { batchId }, data: { nextSearchAt: at } })
}
