import type { Batch } from '@/lib/refresh/batch.ts'
import type { BatchState } from '@/lib/refresh/state.ts'

const words: Record<BatchState, string> = {
  planned: 'Planned',
  preparing: 'Preparing',
  ready: 'Ready',
  sending: 'Sending',
  sent: 'Accepted',
  lost: 'Unknown',
  finished: 'Completed',
  rejected: 'Rejected',
  cancelled: 'Cancelled',
}
const stages: Record<string, string> = { queued: 'Queued', in_progress: 'In progress' }

/** What pages call the state of a batch: of one that was sent, how far the network says it is. */
export const batchWords = ({ state, stage }: Pick<Batch, 'state' | 'stage'>): string =>
  (state === 'sent' && stage !== null && stages[stage]) || words[state]
