import 'server-only'
import { endAllJobLeases } from '../db/batches/job-leases.ts'
import { database } from '../db/connection/open-database.ts'
import { log } from '../http/log.ts'
import { findBoss, startBoss, stopBoss } from '../queue/boss.ts'
import { forgetWorkers } from '../queue/workers.ts'
import { workContext } from '../services/context.ts'
import { recoverSending } from '../services/engine/send/recover-sending.ts'
import { handleSweep, sweepEnded } from './handle-sweep.ts'
import { trySamples } from './try-samples.ts'
import { workQueues } from './work-queues.ts'

const SWEEP_MS = 20_000

type Running = { sweeper: NodeJS.Timeout; stop: AbortController }
// The start and the readiness check may come from different bundles.
const shared = globalThis as typeof globalThis & { refreshDeskJobs?: Running }

export const areJobsRunning = (): boolean => shared.refreshDeskJobs !== undefined && findBoss() !== null

/** Takes up the work of this database: what a predecessor left in hand first, then whatever is due. */
export async function startJobs(): Promise<void> {
  if (shared.refreshDeskJobs) return
  // The built-in database serves one desk alone, so whoever had something in hand there has died.
  const isAlone = !database().isShared
  if (isAlone) await endAllJobLeases(database())
  await recoverSending(workContext(), { all: isAlone })
  const boss = await startBoss((error) => log.error({ job: 'queue', error }))
  const stop = new AbortController()
  await workQueues(boss, stop.signal)
  const sweeper = setInterval(handleSweep, SWEEP_MS).unref()
  shared.refreshDeskJobs = { sweeper, stop }
  await handleSweep()
  void trySamples(stop.signal)
}

/** Sends nothing new, gives what is in hand a few seconds to end, and hands the rest back. */
export async function stopJobs(): Promise<void> {
  const running = shared.refreshDeskJobs
  if (!running) return
  delete shared.refreshDeskJobs
  clearInterval(running.sweeper)
  running.stop.abort()
  await sweepEnded()
  await stopBoss()
  forgetWorkers()
}
