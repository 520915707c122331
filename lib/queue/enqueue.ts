import 'server-only'
import type { Project } from '../db/networks/quota-keys.ts'
import { findBoss } from './boss.ts'
import { type JobData, keyOf, type QueueName } from './queues.ts'
import { wakeWorkers } from './workers.ts'

/** Asks for work after the transaction that made it necessary. Lost requests are found again by the sweep. */
export const enqueueSend = (project: Project, at?: Date | null) => enqueue('send', project, at)
export const enqueueWatch = (batchId: string, at?: Date | null) => enqueue('watch', { batchId }, at)
export const enqueueReconcile = (batchId: string, at?: Date | null) => enqueue('reconcile', { batchId }, at)
export const enqueueIndex = (collectionId: string, at?: Date | null) => enqueue('index', { collectionId }, at)
export const enqueueImport = (collectionId: string, at?: Date | null) =>
  enqueue('import', { collectionId }, at)
export const enqueueExpand = (refreshId: string, at?: Date | null) => enqueue('expand', { refreshId }, at)

async function enqueue<Name extends QueueName>(name: Name, data: JobData[Name], at?: Date | null) {
  const boss = findBoss()
  if (!boss) return
  const singletonKey = keyOf(data)
  const delayMs = at ? at.getTime() - Date.now() : 0
  // Relative, because the database reads the time for itself.
  const startAfter = Math.max(0, Math.ceil(delayMs / 100) / 10)
  const id = await boss.send(name, data, { singletonKey, ...(startAfter > 0 && { startAfter }) })
  // One that waits for later must not swallow one that is due now.
  if (id === null && startAfter === 0) await boss.update(name, data, { singletonKey, startAfter: 0 })
  wakeWorkers(name, startAfter * 1000)
}
