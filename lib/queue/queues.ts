import 'server-only'
import type { Project } from '../db/projects.ts'

/** What a job says. It is only a reminder: the domain rows decide what is done. */
export type JobData = {
  /** Sends what a project may send. */
  send: Project
  /** Looks at one accepted batch. */
  watch: { batchId: string }
  /** Looks for one unknown batch in the network's list. */
  reconcile: { batchId: string }
  /** Walks one collection on. */
  index: { collectionId: string }
  /** Takes over what the network lists for one collection. */
  import: { collectionId: string }
  /** Turns the query of one refresh into tokens. */
  collect: { refreshId: string }
  /** Finds what the rows say needs work. */
  sweep: { reason: 'start' | 'interval' }
}
export type QueueName = keyof JobData

export const queueNames: readonly QueueName[] = [
  'send',
  'watch',
  'reconcile',
  'index',
  'import',
  'collect',
  'sweep',
]

/** Of jobs with the same key one is waiting and one is running, at most. */
export function keyOf<Name extends QueueName>(name: Name, data: JobData[Name]): string {
  if ('batchId' in data) return data.batchId
  if ('collectionId' in data) return data.collectionId
  if ('refreshId' in data) return data.refreshId
  return 'network' in data ? `${data.network} ${data.key}` : name
}
