import 'server-only'
import type { BatchWork } from '../../../db/batches/batch-work.ts'
import { type BatchChange, changeBatch } from '../../../db/batches/batches.ts'
import type { Db } from '../../../db/connection/client.ts'
import { isCancelled } from '../../../db/refreshes/refreshes.ts'
import type { BatchState } from '../../../domain/batches/state.ts'

type Unsent = {
  batch: Pick<BatchWork, 'id' | 'refreshId' | 'source' | 'fence'>
  from: BatchState[]
  change?: BatchChange
}

/** Puts a batch that the network surely does not have among the unsent, or among the cancelled if its refresh was
 * cancelled meanwhile or is a script's, which alone decides what is sent again. Call inside a transaction; false when
 * somebody was faster. */
export async function returnToPlanned(tx: Db, { batch, from, change }: Unsent): Promise<boolean> {
  const free = { leaseOwner: null, leaseUntil: null, sentAt: null }
  const isOver = batch.source === 'script' || (await isCancelled(tx, batch.refreshId))
  const next: BatchChange = isOver
    ? { state: 'cancelled', wait: null, notBefore: null }
    : { state: 'planned', ...change }
  return changeBatch(tx, batch.id, from, { ...free, ...next }, batch.fence)
}
