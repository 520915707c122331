import 'server-only'
import { log } from '../http/log.ts'
import type { JobData, QueueName } from '../queue/queues.ts'
import { withLease } from '../queue/with-lease.ts'
import { workContext } from '../services/context.ts'
import { leaseMs } from '../services/engine/send/send-deadlines.ts'

const AFTER_ERROR_MS = 10_000
const BUSY_MS = 2_000

/**
 * Takes one step of a job and asks for the next at the time it names; what fails unforeseen is tried again soon, and so
 * is what another worker is doing right now.
 */
export async function runJob<Name extends QueueName>(
  job: Name,
  data: JobData[Name],
  step: () => Promise<Date | null>,
  remind: (at: Date) => Promise<void>,
): Promise<void> {
  const inMs = (ms: number) => new Date(Date.now() + ms)
  try {
    const nextAt = await withLease(job, data, leaseMs(workContext().rules), step)
    if (nextAt) await remind(nextAt === 'busy' ? inMs(BUSY_MS) : nextAt)
  } catch (error) {
    log.error({ job, error })
    await remind(inMs(AFTER_ERROR_MS))
  }
}
