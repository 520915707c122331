import 'server-only'
import { unsentStates } from '../../domain/batches/state.ts'
import { toCancelled } from '../../domain/batches/transition.ts'
import type { Db } from '../connection/client.ts'
import { moveBatches } from './move-batch.ts'

/** Cancels what was not sent; says how much that is, and how many batches cannot be stopped any more. */
export async function cancelUnsent(
  tx: Db,
  refreshId: string,
): Promise<{ batches: number; tokens: number; running: number }> {
  const unsent = await tx.batch.findMany({
    where: { refreshId, state: { in: unsentStates } },
    select: { id: true, tokenCount: true },
  })
  const ids = unsent.map(({ id }) => id)
  await moveBatches(tx, ids, toCancelled(unsentStates))
  const running = await tx.batch.count({
    where: { refreshId, state: { in: ['sending', 'sent', 'lost'] } },
  })
  const tokens = unsent.reduce((sum, { tokenCount }) => sum + tokenCount, 0)
  return { batches: ids.length, tokens, running }
}
