import 'server-only'
import { type BatchFacts, countProgress, deriveState, type RefreshFacts } from '../refresh/derive-state.ts'
import { isSettled, type RefreshState } from '../refresh/state.ts'
import { addActivity } from './activities.ts'
import type { Db } from './client.ts'
import { countCauses } from './failures.ts'

/** Brings a refresh up to its batches, in the transaction that changed them; returns its new state. */
export async function recountRefresh(tx: Db, id: string, now: Date): Promise<RefreshState> {
  await tx.$queryRaw`SELECT 1 FROM "Refresh" WHERE "id" = ${id} FOR UPDATE`
  const batches = (await tx.batch.findMany({ where: { refreshId: id } })) as BatchFacts[]
  const { total, succeeded, failed, unknown, cancelled } = countProgress(batches)
  const before = await tx.refresh.findUniqueOrThrow({
    where: { id },
    select: { settledAt: true, pausedAt: true, collectState: true },
  })
  const state = deriveState(batches, refreshFacts(before), now)
  const settles = isSettled(state) && before.settledAt === null
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
      causeCount,
      version: { increment: 1 },
      ...(settles && { settledAt: now }),
    },
  })
  if (settles) await addActivity(tx, { refreshId: id, kind: 'settled', data: { succeeded, failed }, now })
  return state
}

export const refreshFacts = (row: { pausedAt: Date | null; collectState: string | null }): RefreshFacts => ({
  isPaused: row.pausedAt !== null,
  isCollecting: row.collectState === 'collecting',
  isCutShort: row.collectState === 'stopped',
})

/** In one order everywhere, so that two transactions never wait for each other. */
export async function recountRefreshes(tx: Db, ids: Iterable<string>, now: Date): Promise<void> {
  for (const id of [...new Set(ids)].sort()) await recountRefresh(tx, id, now)
}
