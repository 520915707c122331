import 'server-only'
import { log } from '../http/log.ts'
import { enqueueReconcile } from '../queue/enqueue.ts'
import type { JobData } from '../queue/queues.ts'
import { workContext } from '../services/context.ts'
import { reconcileBatch } from '../services/reconcile-batch.ts'

const AFTER_ERROR_MS = 10_000

export async function handleReconcile({ batchId }: JobData['reconcile']): Promise<void> {
  try {
    const nextAt = await reconcileBatch(workContext(), batchId)
    if (nextAt) await enqueueReconcile(batchId, nextAt)
  } catch (error) {
    log.error({ job: 'reconcile', error })
    await enqueueReconcile(batchId, new Date(Date.now() + AFTER_ERROR_MS))
  }
}
