import 'server-only'
import type { BatchWork } from '../../../db/batches/batch-work.ts'
import { moveBatch } from '../../../db/batches/move-batch.ts'
import type { Db } from '../../../db/connection/client.ts'
import { isCancelled } from '../../../db/refreshes/refreshes.ts'
import type { Before } from '../../../domain/batches/next-states.ts'
import { toCancelled, toPlanned } from '../../../domain/batches/transition.ts'
import type { Wait } from '../../../domain/batches/wait.ts'

type Unsent = {
  batch: Pick<BatchWork, 'id' | 'refreshId' | 'source' | 'fence'>
  from: readonly Before<'planned'>[]
  wait: Wait
  /** It was sent, and the network did not show it. */
  isResend?: boolean
}

/** Puts a batch that the network surely does not have among the unsent, or among the cancelled if its refresh was
 * cancelled meanwhile or is a script's, which alone decides what is sent again. Call inside a transaction; false when
 * somebody was faster. */
export async function returnToPlanned(tx: Db, { batch, from, wait, isResend }: Unsent): Promise<boolean> {
  const isOver = batch.source === 'script' || (await isCancelled(tx, batch.refreshId))
  return moveBatch(tx, batch, isOver ? toCancelled(from) : toPlanned(from, wait, isResend))
}
