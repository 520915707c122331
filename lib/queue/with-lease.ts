import 'server-only'
import { endJobLease, takeJobLease } from '../db/batches/job-leases.ts'
import { database } from '../db/connection/open-database.ts'
import { type JobData, keyOf, type QueueName } from './queues.ts'

/**
 * Runs `task` unless another worker, here or in another process, is at the same job; then `busy` comes back. A worker
 * that dies or stands still for `ms` loses the job to the next who asks: the queue itself would keep it much longer.
 */
export async function withLease<Name extends QueueName, T>(
  name: Name,
  data: JobData[Name],
  ms: number,
  task: () => Promise<T>,
): Promise<T | 'busy'> {
  const lease = { key: `${name} ${keyOf(data)}`, owner: crypto.randomUUID() }
  if (!(await takeJobLease(database(), lease, ms))) return 'busy'
  const renewal = setInterval(() => {
    // Missing one is no harm: the next comes in time, or the lease ends.
    takeJobLease(database(), lease, ms).catch(() => {})
  }, ms / 3)
  try {
    return await task()
  } finally {
    clearInterval(renewal)
    await endJobLease(database(), lease)
  }
}
