import 'server-only'
import { log } from '../http/log.ts'
import { enqueueWatch } from '../queue/enqueue.ts'
import type { JobData } from '../queue/queues.ts'
import { workContext } from '../services/context.ts'
import { watchBatch } from '../services/watch-batch.ts'

const AFTER_ERROR_MS = 10_000

export async function handleWatch({ batchId }: JobData['watch']): Promise<void> {
  try {
    const nextAt = await watchBatch(workContext(), batchId)
    if (nextAt) await enqueueWatch(batchId, nextAt)
  } catch (error) {
    log.error({ job: 'watch', error })
    await enqueueWatch(batchId, new Date(Date.now() + AFTER_ERROR_MS))
  }
}
