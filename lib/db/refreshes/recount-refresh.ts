import 'server-only'
import { type BatchState, isFinished, isUnsent, type RefreshState } from '../../domain/batches/state.ts'
import { countProgress, deriveState, type RefreshFacts } from '../../domain/refreshes/derive-state.ts'
import type { Db } from '../connection/client.ts'
import { countCauses } from '../tokens/failures.ts'
import { addActivity } from './activities.ts'

/** Brings a refresh up to its batches, in the transaction that changed them; returns its new state. */
export async function recountRefresh(tx: Db, id: string, now: Date): Promise<RefreshState> {
  await tx.$queryRaw`SELECT 1 FROM "Refresh" WHERE "id" = ${id}::uuid FOR UPDATE`
  const batches = await tx.batch.findMany({ where: { refreshId: id } })
  const { total, succeeded, failed, unknown, cancelled } = countProgress(batches)
  const before = await tx.refresh.findUniqueOrThrow({
    where: { id },
    select: { finishedAt: true, pausedAt: true, expandState: true },
  })
  const state = deriveState(batches, refreshFacts(before), now)
  const finishes = isFinished(state) && before.finishedAt === null
  const causeCount = failed > 0 ? await countCauses(tx, id) : 0
  await tx.refresh.update({
    where: { id },
    data: {
      state,
      succeeded,
      failed,
      unknown,
      cancelled,
      tokenCount: total,
      batchCount: batches.length,
      sentBatchCount: batches.filter(({ state }) => wasSent(state)).length,
      causeCount,
      version: { increment: 1 },
      ...(finishes && { finishedAt: now }),
    },
  })
  if (finishes)
    await addActivity(tx, { refreshId: id, kind: 'finished', data: { succeeded, failed, unknown }, now })
  return state
}

const wasSent = (state: BatchState) => !isUnsent(state) && state !== 'sending' && state !== 'cancelled'

export const refreshFacts = (row: { pausedAt: Date | null; expandState: string | null }): RefreshFacts => ({
  isPaused: row.pausedAt !== null,
  isExpanding: row.expandState === 'expanding',
  isCutShort: row.expandState === 'stopped',
})

/** In one order everywhere, so that two transactions never wait for each other. */
export async function recountRefreshes(tx: Db, ids: Iterable<string>, now: Date): Promise<void> {
  for (const id of [...new Set(ids)].sort()) await recountRefresh(tx, id, now)
}
