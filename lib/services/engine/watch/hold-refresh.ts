import 'server-only'
import type { BatchWork } from '../../../db/batches/batch-work.ts'
import type { Db } from '../../../db/connection/client.ts'
import { addActivity } from '../../../db/refreshes/activities.ts'
import { changeRefresh, hasUnsent } from '../../../db/refreshes/refresh-actions.ts'
import type { WorkContext } from '../../context.ts'

/**
 * After a batch completed with too many failures, in the transaction that says so: the rest waits for a person, so that
 * a broken origin does not burn the quota. Not when somebody has already seen failures and wants to go on.
 */
export async function holdRefresh(
  tx: Db,
  { rules, now }: Pick<WorkContext, 'rules' | 'now'>,
  { refreshId, position, tokenCount }: Pick<BatchWork, 'refreshId' | 'position' | 'tokenCount'>,
  failed: number,
): Promise<void> {
  if (failed <= rules.holdFailedShare * tokenCount) return
  if (!(await hasUnsent(tx, refreshId))) return
  const at = now()
  const hold = { pausedAt: at, pauseReason: 'hold', pausedById: null, holdBatch: position } as const
  const isOurs = await changeRefresh(tx, refreshId, { pausedAt: null, ignoresHold: false }, hold)
  const data = { batch: position, failed, tokens: tokenCount }
  if (isOurs) await addActivity(tx, { refreshId, kind: 'held', data, now: at })
}
