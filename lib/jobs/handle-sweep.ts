import 'server-only'
import { log } from '../http/log.ts'
import {
  enqueueExpand,
  enqueueImport,
  enqueueIndex,
  enqueueReconcile,
  enqueueSend,
  enqueueWatch,
} from '../queue/enqueue.ts'
import { workContext } from '../services/context.ts'
import { findDueExpanding } from '../services/engine/expand/find-due-expanding.ts'
import { findDueWork } from '../services/engine/find-due-work.ts'

/** A little more than until the next sweep, so that what becomes due in between is reminded of in time. */
const AHEAD_MS = 30_000

let running: Promise<void> | null = null

/**
 * Reminds of everything that the rows say is due. Each instance does so by a timer of its own, not through the queue:
 * the sweep is what repairs a queue that has lost its jobs. One that is still running is joined.
 */
export function handleSweep(): Promise<void> {
  running ??= sweep().finally(() => {
    running = null
  })
  return running
}

/** Resolves when no sweep is running. */
export const sweepEnded = async (): Promise<void> => {
  await running
}

async function sweep(): Promise<void> {
  try {
    const { sends, polls, searches } = await findDueWork(workContext(), { aheadMs: AHEAD_MS })
    for (const { project, at } of sends) await enqueueSend(project, at)
    for (const { batchId, at } of polls) await enqueueWatch(batchId, at)
    for (const { batchId, at } of searches) await enqueueReconcile(batchId, at)
    const { syncs, imports, expansions } = await findDueExpanding(workContext(), { aheadMs: AHEAD_MS })
    for (const { collectionId, at } of syncs) await enqueueIndex(collectionId, at)
    for (const { collectionId, at } of imports) await enqueueImport(collectionId, at)
    for (const refreshId of expansions) await enqueueExpand(refreshId)
  } catch (error) {
    log.error({ job: 'sweep', error })
  }
}
