import 'server-only'
import { log } from '../http/log.ts'
import { enqueueIndex } from '../queue/enqueue.ts'
import type { JobData } from '../queue/queues.ts'
import { workContext } from '../services/context.ts'
import { walkIndex } from '../services/walk-index.ts'

const AFTER_ERROR_MS = 10_000

export async function handleIndex({ collectionId }: JobData['index'], signal: AbortSignal): Promise<void> {
  try {
    const nextAt = await walkIndex(workContext(), collectionId, { signal })
    if (nextAt) await enqueueIndex(collectionId, nextAt)
  } catch (error) {
    log.error({ job: 'index', error })
    await enqueueIndex(collectionId, new Date(Date.now() + AFTER_ERROR_MS))
  }
}
