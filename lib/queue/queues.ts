import 'server-only'
import type { Project } from '../db/networks/quota-keys.ts'

/** What a job says. It is only a reminder: the domain rows decide what is done. */
export type JobData = {
  /** Sends what a project may send. */
  send: Project
  /** Polls one sent batch. */
  watch: { batchId: string }
  /** Searches for one lost batch in the network's list. */
  reconcile: { batchId: string }
  /** Walks one collection on. */
  index: { collectionId: string }
  /** Takes over what the network lists for one collection. */
  import: { collectionId: string }
  /** Turns the query of one refresh into tokens. */
  expand: { refreshId: string }
}
export type QueueName = keyof JobData

export const queueNames: readonly QueueName[] = ['send', 'watch', 'reconcile', 'index', 'import', 'expand']

/** Of jobs with the same key at most one is waiting. */
export function keyOf(data: JobData[QueueName]): string {
  if ('batchId' in data) return data.batchId
  if ('collectionId' in data) return data.collectionId
  if ('refreshId' in data) return data.refreshId
  return `${data.network} ${data.key}`
}
