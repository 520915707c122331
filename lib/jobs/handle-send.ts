import 'server-only'
import { log } from '../http/log.ts'
import { enqueueSend } from '../queue/enqueue.ts'
import type { JobData } from '../queue/queues.ts'
import { workContext } from '../services/context.ts'
import { sendNext } from '../services/send-next.ts'

const AFTER_ERROR_MS = 10_000

export async function handleSend(project: JobData['send'], signal: AbortSignal): Promise<void> {
  try {
    const nextAt = await sendNext(workContext(), project, { signal })
    if (nextAt) await enqueueSend(project, nextAt)
  } catch (error) {
    log.error({ job: 'send', error })
    await enqueueSend(project, new Date(Date.now() + AFTER_ERROR_MS))
  }
}
