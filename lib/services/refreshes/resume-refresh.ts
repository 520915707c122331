import 'server-only'
import { addActivity } from '../../db/refreshes/activities.ts'
import { changeRefresh } from '../../db/refreshes/refresh-actions.ts'
import type { RefreshDetail } from '../../domain/refreshes/model-schema.ts'
import { enqueueExpand, enqueueSend } from '../../queue/enqueue.ts'
import { requireRole, type ServiceContext } from '../context.ts'
import { actOnRefresh, requireUnfinished } from './act-on-refresh.ts'
import { getRefresh } from './get-refresh.ts'

const goOn = { pausedAt: null, pauseReason: null, pausedById: null, holdBatch: null }

/** Lets a paused or held refresh go on. Whoever does so after a hold has seen the failures: it is not held again. */
export async function resumeRefresh(ctx: ServiceContext, key: string): Promise<RefreshDetail> {
  requireRole(ctx, 'operator')
  const memberId = ctx.member.id
  const { id, project, hasChanged } = await actOnRefresh(ctx, key, async (tx, refreshId, now) => {
    const wasHeld = await changeRefresh(
      tx,
      refreshId,
      { pausedAt: { not: null }, pauseReason: 'hold' },
      { ...goOn, ignoresHold: true },
    )
    if (!wasHeld && !(await changeRefresh(tx, refreshId, { pausedAt: { not: null } }, goOn))) return false
    await addActivity(tx, { refreshId, kind: 'unpaused', memberId, data: {}, now })
    return true
  })
  const refresh = await getRefresh(ctx, id)
  if (!hasChanged) requireUnfinished(refresh)
  else await enqueueSend(project)
  if (refresh.expanding) await enqueueExpand(id)
  return refresh
}
