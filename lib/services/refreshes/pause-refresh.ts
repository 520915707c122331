import 'server-only'
import { AppError } from '../../core/app-error.ts'
import { addActivity } from '../../db/refreshes/activities.ts'
import { changeRefresh, mayHaveUnsent } from '../../db/refreshes/refresh-actions.ts'
import type { RefreshDetail } from '../../domain/refreshes/model-schema.ts'
import { requireRole, type ServiceContext } from '../context.ts'
import { actOnRefresh, requireUnfinished } from './act-on-refresh.ts'
import { getRefresh } from './get-refresh.ts'

/** Nothing more of the refresh is sent until somebody lets it go on; what the network has goes on there. */
export async function pauseRefresh(ctx: ServiceContext, key: string): Promise<RefreshDetail> {
  requireRole(ctx, 'operator')
  const memberId = ctx.member.id
  const { id, hasChanged } = await actOnRefresh(ctx, key, async (tx, refreshId, now) => {
    const pause = { pausedAt: now, pauseReason: 'manual', pausedById: memberId, holdBatch: null } as const
    if (!(await changeRefresh(tx, refreshId, { pausedAt: null }, pause))) return false
    if (!(await mayHaveUnsent(tx, refreshId))) {
      throw new AppError('conflict', 'Everything has been sent. Requests that were sent can’t be paused.', {
        reason: 'nothing_unsent',
      })
    }
    await addActivity(tx, { refreshId, kind: 'paused', memberId, data: {}, now })
    return true
  })
  const refresh = await getRefresh(ctx, id)
  if (!hasChanged) requireUnfinished(refresh)
  return refresh
}
