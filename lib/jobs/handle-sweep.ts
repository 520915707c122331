import 'server-only'
import { log } from '../http/log.ts'
import { enqueueReconcile, enqueueSend, enqueueWatch } from '../queue/enqueue.ts'
import { workContext } from '../services/context.ts'
import { findDueWork } from '../services/find-due-work.ts'

/** A little more than until the next sweep, so that what becomes due in between is reminded of in time. */
const AHEAD_MS = 30_000

export async function handleSweep(): Promise<void> {
  try {
    const { sends, looks, searches } = await findDueWork(workContext(), { aheadMs: AHEAD_MS })
    for (const { project, at } of sends) await enqueueSend(project, at)
    for (const { batchId, at } of looks) await enqueueWatch(batchId, at)
    for (const { batchId, at } of searches) await enqueueReconcile(batchId, at)
  } catch (error) {
    log.error({ job: 'sweep', error })
  }
}
