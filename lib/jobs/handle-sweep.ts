import 'server-only'
import { log } from '../http/log.ts'
import { enqueueSend, enqueueWatch } from '../queue/enqueue.ts'
import { workContext } from '../services/context.ts'
import { findDueWork } from '../services/find-due-work.ts'

export async function handleSweep(): Promise<void> {
  try {
    const { projects, batchIds } = await findDueWork(workContext())
    for (const project of projects) await enqueueSend(project)
    for (const batchId of batchIds) await enqueueWatch(batchId)
  } catch (error) {
    log.error({ job: 'sweep', error })
  }
}
