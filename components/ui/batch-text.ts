import type { Batch } from '@/lib/domain/batches/batch-schema.ts'
import type { BatchState } from '@/lib/domain/batches/state.ts'
import type { Tone } from './tone.ts'

/** The states of a batch as pages show them: the network's progress, and the outcome of the tokens. */
export type ShownState =
  | Exclude<BatchState, 'sent'>
  | 'accepted'
  | 'queued'
  | 'in_progress'
  | 'partly_failed'
  | 'failed'
  | 'inconclusive'

export type ShownBatch = Pick<Batch, 'state' | 'stage' | 'progress'>

export function shownState({ state, stage, progress }: ShownBatch): ShownState {
  // The network reports a batch as completed even when every token in it failed.
  if (state === 'finished' && progress.failed > 0)
    return progress.failed === progress.total ? 'failed' : 'partly_failed'
  if (state === 'finished' && progress.unknown > 0) return 'inconclusive'
  if (state !== 'sent') return state
  return stage === 'queued' || stage === 'in_progress' ? stage : 'accepted'
}

export const batchText: Record<ShownState, string> = {
  planned: 'Planned',
  preparing: 'Preparing',
  ready: 'Ready',
  sending: 'Sending',
  accepted: 'Accepted',
  queued: 'Queued',
  in_progress: 'In progress',
  lost: 'Outcome unknown',
  finished: 'Finished',
  partly_failed: 'Partly failed',
  failed: 'Failed',
  inconclusive: 'Inconclusive',
  rejected: 'Rejected',
  cancelled: 'Cancelled',
}

export const batchTones: Record<ShownState, Tone> = {
  planned: 'pending',
  preparing: 'pending',
  ready: 'pending',
  sending: 'info',
  accepted: 'pending',
  queued: 'info',
  in_progress: 'info',
  lost: 'unknown',
  finished: 'succeeded',
  partly_failed: 'failed',
  failed: 'failed',
  inconclusive: 'unknown',
  rejected: 'failed',
  cancelled: 'pending',
}
