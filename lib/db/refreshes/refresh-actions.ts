import 'server-only'
import { type BatchState, unfinishedStates, unsentStates } from '../../domain/batches/state.ts'
import { watchedSources } from '../../domain/refreshes/source.ts'
import type { Db } from '../connection/client.ts'
import type { Prisma } from '../generated/client.ts'

/** Changes what was decided about a refresh, while it has not finished; false when it has, or when `only` does not hold. */
export async function changeRefresh(
  tx: Db,
  id: string,
  only: Prisma.RefreshWhereInput,
  data: Prisma.RefreshUncheckedUpdateManyInput,
): Promise<boolean> {
  const { count } = await tx.refresh.updateMany({
    where: { AND: [{ id, state: { in: unfinishedStates } }, only] },
    data,
  })
  return count === 1
}

/** Whether the desk has something left to send for sure: a batch is unsent, or tokens are still looked up. */
export async function hasUnsent(tx: Db, id: string): Promise<boolean> {
  return (await hasBatches(tx, id, unsentStates)) || (await isExpanding(tx, id))
}

/** The same, with what was taken in hand or may have been lost, and may come back unsent. */
export async function mayHaveUnsent(tx: Db, id: string): Promise<boolean> {
  return (await hasBatches(tx, id, [...unsentStates, 'sending', 'lost'])) || (await isExpanding(tx, id))
}

const hasBatches = async (tx: Db, refreshId: string, states: BatchState[]): Promise<boolean> =>
  (await tx.batch.count({
    where: { refreshId, state: { in: states }, refresh: { source: { notIn: watchedSources } } },
  })) > 0

const isExpanding = async (tx: Db, id: string): Promise<boolean> =>
  (await tx.refresh.count({ where: { id, expandState: 'expanding' } })) > 0
