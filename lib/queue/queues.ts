import 'server-only'
import type { Project } from '../db/projects.ts'

/** What a job says. It is only a reminder: the domain rows decide what is done. */
export type JobData = {
  /** Sends what a project may send. */
  send: Project
  /** Looks at one accepted batch. */
  watch: { batchId: string }
  /** Finds what the rows say needs work. */
  sweep: { reason: 'start' | 'minute' }
}
export type QueueName = keyof JobData

export const queueNames: readonly QueueName[] = ['send', 'watch', 'sweep']

/** Of jobs with the same key one is waiting and one is running, at most. */
export function keyOf<Name extends QueueName>(name: Name, data: JobData[Name]): string {
  if ('batchId' in data) return data.batchId
  return 'network' in data ? `${data.network} ${data.key}` : name
}
