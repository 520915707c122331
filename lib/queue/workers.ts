import 'server-only'
import type { PgBoss } from 'pg-boss'
import { findBoss } from './boss.ts'
import type { JobData, QueueName } from './queues.ts'

const POLL_SECONDS = 2
const LONGEST_TIMER_MS = 60_000

type Workers = { ids: Map<QueueName, string[]>; timers: Map<QueueName, Map<number, NodeJS.Timeout>> }
const shared = globalThis as typeof globalThis & { refreshDeskWorkers?: Workers }

function workers(): Workers {
  shared.refreshDeskWorkers ??= { ids: new Map(), timers: new Map() }
  return shared.refreshDeskWorkers
}

/** Starts `count` workers of a queue, each with one job in hand at a time. */
export async function work<Name extends QueueName>(
  boss: PgBoss,
  name: Name,
  count: number,
  handle: (data: JobData[Name], signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const ids: string[] = []
  for (let started = 0; started < count; started++) {
    const options = { pollingIntervalSeconds: POLL_SECONDS, batchSize: 1 }
    const id = await boss.work<JobData[Name]>(name, options, async (jobs) => {
      for (const job of jobs) await handle(job.data, job.signal)
      // Where one was due there may be more: without this each next one waits for a poll.
      boss.notifyWorker(id)
    })
    ids.push(id)
  }
  workers().ids.set(name, ids)
}

/** Saves the wait for the next poll when the job was made in this process. */
export function wakeWorkers(name: QueueName, delayMs: number): void {
  if (delayMs === 0) {
    notify(name)
    return
  }
  if (delayMs > LONGEST_TIMER_MS) return
  const timers = workers().timers.get(name) ?? new Map<number, NodeJS.Timeout>()
  workers().timers.set(name, timers)
  // Half-second slots: many jobs that become due together need one wake.
  const slot = Math.ceil((Date.now() + delayMs) / 500) * 500
  if (timers.has(slot)) return
  const wake = () => {
    timers.delete(slot)
    notify(name)
  }
  timers.set(slot, setTimeout(wake, slot - Date.now() + 20).unref())
}

export function forgetWorkers(): void {
  for (const timers of workers().timers.values()) for (const timer of timers.values()) clearTimeout(timer)
  delete shared.refreshDeskWorkers
}

function notify(name: QueueName): void {
  const boss = findBoss()
  for (const id of workers().ids.get(name) ?? []) boss?.notifyWorker(id)
}
