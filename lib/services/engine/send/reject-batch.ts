import 'server-only'
import type { BatchWork } from '../../../db/batches/batch-work.ts'
import { changeBatch } from '../../../db/batches/batches.ts'
import type { Db } from '../../../db/connection/client.ts'
import { failAllTokens } from '../../../db/tokens/failures.ts'
import { markTokens } from '../../../db/tokens/mark-tokens.ts'
import type { BatchState } from '../../../domain/batches/state.ts'
import { notAcceptedCause } from '../../../domain/failures/cause-of.ts'

type Rejection = { from: BatchState[]; reason: string; httpStatus: number | null; now: Date }

/** All its tokens failed as "not accepted". Call inside a transaction; false when somebody was faster. */
export async function rejectBatch(
  tx: Db,
  batch: BatchWork,
  { from, reason, httpStatus, now }: Rejection,
): Promise<boolean> {
  const change = {
    state: 'rejected',
    wait: null,
    notBefore: null,
    reason,
    leaseOwner: null,
    leaseUntil: null,
  } as const
  if (!(await changeBatch(tx, batch.id, from, change, batch.fence))) return false
  const cause = notAcceptedCause(httpStatus)
  await failAllTokens(tx, batch.id, { cause, httpStatus, body: reason, now })
  await markTokens(tx, batch.id, 'failed', now)
  return true
}
