import 'server-only'
import type { BatchWork } from '../../db/batches/batch-work.ts'
import { transact } from '../../db/connection/transact.ts'
import { lockProject } from '../../db/networks/quota-keys.ts'
import { countRefusal, findSameRefusal } from '../../db/refreshes/script-refusals.ts'
import type { WorkContext } from '../context.ts'

const TOGETHER_MS = 24 * 3_600_000

/**
 * A script that is refused asks again, perhaps every second for an hour. The same refusal of the same request stands in
 * the history once, with how often it came; returns the number under which it stands.
 */
export async function mergeRefusal(work: WorkContext, batch: BatchWork): Promise<number> {
  const now = work.now()
  return transact(work.db, async (tx) => {
    await lockProject(tx, batch.project)
    const since = new Date(now.getTime() - TOGETHER_MS)
    const first = await findSameRefusal(tx, batch.refreshId, since)
    if (!first) return batch.refreshNumber
    await countRefusal(tx, { first: first.id, again: batch.refreshId, httpStatus: first.httpStatus, now })
    return first.number
  })
}
