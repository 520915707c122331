import 'server-only'
import { watchedOrigins } from '../refresh/origin.ts'
import { type BatchState, unsettledStates, upstreamStates } from '../refresh/state.ts'
import type { Db } from './client.ts'
import type { Prisma } from './generated/client.ts'

/** Changes what was decided about a refresh, while it has not settled; false when it has, or when `only` does not hold. */
export async function changeRefresh(
  tx: Db,
  id: string,
  only: Prisma.RefreshWhereInput,
  data: Prisma.RefreshUncheckedUpdateManyInput,
): Promise<boolean> {
  const { count } = await tx.refresh.updateMany({
    where: { AND: [{ id, state: { in: unsettledStates } }, only] },
    data,
  })
  return count === 1
}

/** Whether the desk has something left to send for sure: something is planned, or tokens are still collected. */
export async function hasUnsent(tx: Db, id: string): Promise<boolean> {
  return (await hasBatches(tx, id, ['planned'])) || (await isCollecting(tx, id))
}

/** The same, with what was taken in hand or may have been lost, and may come back unsent. */
export async function mayHaveUnsent(tx: Db, id: string): Promise<boolean> {
  return (await hasBatches(tx, id, ['planned', 'sending', 'unknown'])) || (await isCollecting(tx, id))
}

const hasBatches = async (tx: Db, refreshId: string, states: BatchState[]): Promise<boolean> =>
  (await tx.batch.count({
    where: { refreshId, state: { in: states }, refresh: { origin: { notIn: watchedOrigins } } },
  })) > 0

const isCollecting = async (tx: Db, id: string): Promise<boolean> =>
  (await tx.refresh.count({ where: { id, collectState: 'collecting' } })) > 0

/** Cancels what was not sent; says how much that is, and how many batches cannot be stopped any more. */
export async function cancelUnsent(
  tx: Db,
  refreshId: string,
): Promise<{ batches: number; tokens: number; running: number }> {
  const planned = { refreshId, state: 'planned' }
  const sums = await tx.batch.aggregate({ where: planned, _count: true, _sum: { tokenCount: true } })
  await tx.batch.updateMany({ where: planned, data: { state: 'cancelled', wait: null, notBefore: null } })
  const running = await tx.batch.count({
    where: { refreshId, state: { in: ['sending', 'unknown', ...upstreamStates] } },
  })
  return { batches: sums._count, tokens: sums._sum.tokenCount ?? 0, running }
}
