import 'server-only'
import type { Db } from '../connection/client.ts'
import type { BatchWork } from './batch-work.ts'

/** Whether the outcome of a request of the desk for this collection is not known. A script's holds nothing up. */
export const isOutcomeUnknown = async (db: Db, collectionId: string): Promise<boolean> => {
  const refresh = { collectionId, source: { not: 'script' } } as const
  return (await db.batch.count({ where: { state: 'lost', refresh } })) > 0
}

/** Other batches of its collection in doubt that are as large: what the network lists may be either. */
export const countSameSizeUnknowns = (
  db: Db,
  { id, collectionId, tokenCount }: Pick<BatchWork, 'id' | 'collectionId' | 'tokenCount'>,
): Promise<number> =>
  db.batch.count({ where: { id: { not: id }, state: 'lost', tokenCount, refresh: { collectionId } } })

/** Whether a request of the same size for this collection is on its way right now. */
export const isSameSizeBeingSent = async (
  db: Db,
  { collectionId, tokenCount }: Pick<BatchWork, 'collectionId' | 'tokenCount'>,
): Promise<boolean> =>
  (await db.batch.count({ where: { state: 'sending', tokenCount, refresh: { collectionId } } })) > 0
