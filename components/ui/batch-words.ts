import type { Batch } from '@/lib/refresh/batch.ts'
import type { BatchState } from '@/lib/refresh/state.ts'

/** The states of a batch as pages tell them apart: of one that was sent, how far the network says it is. */
export type ShownState = Exclude<BatchState, 'sent'> | 'accepted' | 'queued' | 'in_progress'

export function shownState({ state, stage }: Pick<Batch, 'state' | 'stage'>): ShownState {
  if (state !== 'sent') return state
  return stage === 'queued' || stage === 'in_progress' ? stage : 'accepted'
}

export const batchWords: Record<ShownState, string> = {
  planned: 'Planned',
  preparing: 'Preparing',
  ready: 'Ready',
  sending: 'Sending',
  accepted: 'Accepted',
  queued: 'Queued',
  in_progress: 'In progress',
  lost: 'Unknown',
  finished: 'Completed',
  rejected: 'Rejected',
  cancelled: 'Cancelled',
}
