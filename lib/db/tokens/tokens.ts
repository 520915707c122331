import 'server-only'
import type { Db } from '../connection/client.ts'

export type TokenState = 'pending' | 'succeeded' | 'failed' | 'unknown'

/** In the order in which they were submitted. */
export async function listBatchTokenIds(db: Db, batchId: string): Promise<string[]> {
  const rows = await db.refreshToken.findMany({
    where: { batchId },
    orderBy: { position: 'asc' },
    select: { tokenId: true },
  })
  return rows.map(({ tokenId }) => tokenId)
}

/** All tokens of a batch; null where not all of them are known by their ids. */
export async function findAllTokenIds(
  db: Db,
  { id, tokenCount }: { id: string; tokenCount: number },
): Promise<ReadonlySet<string> | null> {
  const ids = await listBatchTokenIds(db, id)
  return ids.length === tokenCount ? new Set(ids) : null
}

export async function setTokenStates(db: Db, batchId: string, state: TokenState): Promise<void> {
  await db.refreshToken.updateMany({ where: { batchId }, data: { state } })
}

/** After it is known whether the network has a batch, its tokens are no longer unknown. */
export async function endTokenUnknown(db: Db, batchId: string): Promise<void> {
  await db.refreshToken.updateMany({ where: { batchId, state: 'unknown' }, data: { state: 'pending' } })
}
