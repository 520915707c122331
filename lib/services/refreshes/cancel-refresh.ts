import 'server-only'
import { AppError } from '../../core/app-error.ts'
import { cancelUnsent } from '../../db/batches/cancel-unsent.ts'
import { addActivity } from '../../db/refreshes/activities.ts'
import { changeRefresh, mayHaveUnsent } from '../../db/refreshes/refresh-actions.ts'
import { isBatchOver } from '../../domain/batches/state.ts'
import type { RefreshDetail } from '../../domain/refreshes/model-schema.ts'
import type { CancelledRefresh } from '../../domain/refreshes/requests-schema.ts'
import { endIdleSignature } from '../authority/end-idle-signature.ts'
import { requireRole, type ServiceContext } from '../context.ts'
import { actOnRefresh, requireUnfinished } from './act-on-refresh.ts'
import { getRefresh } from './get-refresh.ts'

const over = { pausedAt: null, pauseReason: null, pausedById: null, holdBatch: null }

/** Cancels what was not sent, and says how many batches could not be stopped: they go on at the network. */
export async function cancelRefresh(ctx: ServiceContext, key: string): Promise<CancelledRefresh> {
  requireRole(ctx, 'operator')
  const memberId = ctx.member.id
  const { id, hasChanged } = await actOnRefresh(ctx, key, async (tx, refreshId, now) => {
    if (!(await changeRefresh(tx, refreshId, { cancelledAt: null }, { cancelledAt: now, ...over })))
      return false
    if (!(await mayHaveUnsent(tx, refreshId))) {
      throw new AppError('conflict', 'Everything has been sent. Requests that were sent can’t be stopped.', {
        reason: 'nothing_unsent',
      })
    }
    await changeRefresh(tx, refreshId, { expandState: 'expanding' }, { expandState: 'stopped' })
    const data = await cancelUnsent(tx, refreshId)
    await addActivity(tx, { refreshId, kind: 'cancelled', memberId, data, now })
    return true
  })
  const refresh = await getRefresh(ctx, id)
  if (!hasChanged && refresh.state !== 'cancelled') requireUnfinished(refresh)
  await endUnneededSignature(ctx, refresh)
  const cancelled = refresh.batches.filter(({ state }) => state === 'cancelled')
  return {
    batches: cancelled.length,
    tokens: cancelled.reduce((sum, { progress }) => sum + progress.total, 0),
    running: refresh.batches.filter(({ state }) => !isBatchOver(state)).length,
    refresh,
  }
}

async function endUnneededSignature(ctx: ServiceContext, { collection }: RefreshDetail): Promise<void> {
  const { network, ownerAddress } = collection
  if (ctx.networks.find(network) && ownerAddress) await endIdleSignature(ctx, { network, ownerAddress })
}
