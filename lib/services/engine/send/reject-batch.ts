import 'server-only'
import type { BatchWork } from '../../../db/batches/batch-work.ts'
import { moveBatch } from '../../../db/batches/move-batch.ts'
import type { Db } from '../../../db/connection/client.ts'
import { failAllTokens } from '../../../db/tokens/failures.ts'
import { markTokens } from '../../../db/tokens/mark-tokens.ts'
import type { Before } from '../../../domain/batches/next-states.ts'
import { toRejected } from '../../../domain/batches/transition.ts'
import { notAcceptedCause } from '../../../domain/failures/cause-of.ts'

type Rejection = { from: readonly Before<'rejected'>[]; reason: string; httpStatus: number | null; now: Date }

/** All its tokens failed as "not accepted". Call inside a transaction; false when somebody was faster. */
export async function rejectBatch(
  tx: Db,
  batch: BatchWork,
  { from, reason, httpStatus, now }: Rejection,
): Promise<boolean> {
  if (!(await moveBatch(tx, batch, toRejected(from, reason)))) return false
  const cause = notAcceptedCause(httpStatus)
  await failAllTokens(tx, batch.id, { cause, httpStatus, body: reason, now })
  await markTokens(tx, batch.id, 'failed', now)
  return true
}
