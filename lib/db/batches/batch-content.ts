import 'server-only'
import { batchStates, isBatchOver } from '../../domain/batches/state.ts'
import type { Db } from '../connection/client.ts'

/** What this batch will send, or has sent; null for one that sends the ids of its tokens alone. */
export async function findContent(db: Db, batchId: string): Promise<string | null> {
  const row = await db.batchContent.findUnique({ where: { batchId }, select: { content: true } })
  return row?.content ?? null
}

/** Whether its content was read after `since`, and may be sent as it is. */
export const hasContentSince = async (db: Db, batchId: string, since: Date): Promise<boolean> =>
  (await db.batchContent.count({ where: { batchId, preparedAt: { gt: since } } })) > 0

export async function saveContent(tx: Db, batchId: string, content: string, now: Date): Promise<void> {
  const row = { content, preparedAt: now }
  await tx.batchContent.upsert({ where: { batchId }, create: { batchId, ...row }, update: row })
}

/** Forgets what batches sent that are over. */
export async function deleteSpentContents(db: Db): Promise<void> {
  await db.batchContent.deleteMany({ where: { batch: { state: { in: batchStates.filter(isBatchOver) } } } })
}
