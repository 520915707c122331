import 'server-only'
import { log } from '../http/log.ts'
import { enqueueCollect } from '../queue/enqueue.ts'
import type { JobData } from '../queue/queues.ts'
import { collectRefresh } from '../services/collect-refresh.ts'
import { workContext } from '../services/context.ts'

const AFTER_ERROR_MS = 10_000

export async function handleCollect({ refreshId }: JobData['collect'], signal: AbortSignal): Promise<void> {
  try {
    const nextAt = await collectRefresh(workContext(), refreshId, { signal })
    if (nextAt) await enqueueCollect(refreshId, nextAt)
  } catch (error) {
    log.error({ job: 'collect', error })
    await enqueueCollect(refreshId, new Date(Date.now() + AFTER_ERROR_MS))
  }
}
