import 'server-only'
import { log } from '../http/log.ts'
import type { QueueName } from '../queue/queues.ts'

const AFTER_ERROR_MS = 10_000

/** Takes one step of a job and asks for the next at the time it names; what fails unforeseen is tried again soon. */
export async function takeStep(
  job: QueueName,
  step: () => Promise<Date | null>,
  remind: (at: Date) => Promise<void>,
): Promise<void> {
  try {
    const nextAt = await step()
    if (nextAt) await remind(nextAt)
  } catch (error) {
    log.error({ job, error })
    await remind(new Date(Date.now() + AFTER_ERROR_MS))
  }
}
