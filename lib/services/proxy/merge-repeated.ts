import 'server-only'
import { moveAttempts } from '../../db/attempts.ts'
import { type BatchWork, findBatchWork } from '../../db/batch-work.ts'
import { changeBatch } from '../../db/batches.ts'
import type { Db } from '../../db/client.ts'
import { lockProject } from '../../db/projects.ts'
import { countAgain, findSameRequest, type SameRequest } from '../../db/same-requests.ts'
import { transact } from '../../db/transact.ts'
import { enqueueReconcile } from '../../queue/enqueue.ts'
import { nextLookAt } from '../../refresh/reconcile.ts'
import type { WorkContext } from '../context.ts'

const TOGETHER_MS = 24 * 3_600_000

/**
 * A script that is refused asks again, perhaps every second for an hour. The same refusal of the same request stands in
 * the history once, with how often it came; returns the number under which it stands.
 */
export async function mergeRefusal(work: WorkContext, batch: BatchWork): Promise<number> {
  const now = work.now()
  const first = await transact(work.db, async (tx) => {
    await lockProject(tx, batch.project)
    const same = await findSameRequest(tx, batch.refreshId, { state: 'rejected', since: ago(now) })
    if (same) await countAgain(tx, same, { again: batch.refreshId, kind: 'refused_again', now })
    return same
  })
  return first?.number ?? batch.refreshNumber
}

/**
 * The same for one that got lost: all of them are one doubt with one search, which ends only when the last of them could
 * be seen. Side by side they would be taken for each other, and each would ask a person.
 */
export async function mergeDoubt(work: WorkContext, batch: BatchWork): Promise<number> {
  const now = work.now()
  const merged = await transact(work.db, async (tx) => {
    await lockProject(tx, batch.project)
    const same = await findSameRequest(tx, batch.refreshId, { state: 'unknown', since: ago(now) })
    if (!same) return null
    await moveAttempts(tx, batch.id, same.batchId)
    await countAgain(tx, same, { again: batch.refreshId, kind: 'lost_again', now })
    return { number: same.number, batchId: same.batchId, lookAt: await searchOn(tx, work, same) }
  })
  if (!merged) return batch.refreshNumber
  if (merged.lookAt) await enqueueReconcile(merged.batchId, merged.lookAt)
  return merged.number
}

/** A look that is under way must not decide what it has not looked for: hence the new fence. */
async function searchOn(tx: Db, work: WorkContext, { batchId }: SameRequest): Promise<Date | null> {
  const batch = await findBatchWork(tx, batchId)
  if (!batch) return null
  const now = work.now()
  const decideAt = new Date(now.getTime() + work.rules.decideAfterMs)
  const lookAt = nextLookAt({ looks: batch.lookCount, needsPerson: batch.needsPerson, now, decideAt })
  const change = { decideAt, nextLookAt: lookAt, fence: { increment: 1 } }
  await changeBatch(tx, batch.id, ['unknown'], change)
  return lookAt
}

const ago = (now: Date) => new Date(now.getTime() - TOGETHER_MS)
