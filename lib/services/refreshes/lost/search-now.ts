import 'server-only'
import { planSearch } from '../../../db/batches/plan-search.ts'
import { transact } from '../../../db/connection/transact.ts'
import { touchRefresh } from '../../../db/refreshes/refreshes.ts'
import { enqueueReconcile } from '../../../queue/enqueue.ts'
import { requireRole, type ServiceContext } from '../../context.ts'
import { getLostBatch } from './get-lost-batch.ts'

/** Each search costs the network several requests, however many people press the button. */
const SHORTEST_PAUSE_MS = 5_000

/** Searches for a lost batch now instead of at the planned time. Throws `conflict` when its outcome is known. */
export async function searchNow(ctx: ServiceContext, key: string, position: number): Promise<void> {
  requireRole(ctx, 'operator')
  const { refresh, batch } = await getLostBatch(ctx, key, position)
  const soonest = (batch.search?.lastSearchAt?.getTime() ?? 0) + SHORTEST_PAUSE_MS
  const at = new Date(Math.max(ctx.now().getTime(), soonest))
  await transact(ctx.db, async (tx) => {
    await planSearch(tx, batch.id, { nextSearchAt: at })
    await touchRefresh(tx, refresh.id)
  })
  await enqueueReconcile(batch.id, at)
}
