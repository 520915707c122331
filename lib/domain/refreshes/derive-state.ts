import {
  type BatchState,
  isBatchOver,
  isUnsent,
  type RefreshState,
  type WaitReason,
} from '../batches/state.ts'
import { isStalled } from './is-stalled.ts'

export type BatchFacts = {
  state: BatchState
  stage: string | null
  wait: WaitReason | null
  tokenCount: number
  succeeded: number
  failed: number
  acceptedAt: Date | null
}

/** What is said of the refresh as a whole. */
export type RefreshFacts = {
  isPaused: boolean
  isExpanding: boolean
  /** Cancelled before all its tokens were known. */
  isCutShort: boolean
}

/** The refresh's state is never stored by hand: it follows from its batches, its pause and the clock. */
export function deriveState(
  batches: readonly BatchFacts[],
  { isPaused, isExpanding, isCutShort }: RefreshFacts,
  now: Date,
): RefreshState {
  const open = batches.filter(({ state }) => !isBatchOver(state))
  if (open.length === 0 && isExpanding) return isPaused ? 'paused' : 'running'
  if (open.length === 0) return isCutShort ? 'cancelled' : finishedState(batches)
  if (open.some((batch) => isStalled(batch, now))) return 'stalled'
  if (open.some((batch) => canMove(batch, isPaused))) return 'running'
  if (isExpanding && !isPaused) return 'running'
  const isHeld = ({ state }: BatchFacts) => isUnsent(state) && isPaused
  if (open.some((batch) => batch.wait === 'authority' && !isHeld(batch))) return 'waiting_authority'
  if (open.some(({ state }) => state === 'lost')) return 'unknown'
  if (isPaused) return 'paused'
  if (open.some(({ wait }) => wait === 'quota')) return 'waiting_quota'
  // Another refresh of the collection has a lost batch; this one goes on by itself once that is decided.
  return 'waiting_turn'
}

/** Whether this batch will change without a person or the next hour: an accepted one must be watched to move. */
function canMove({ state, wait }: BatchFacts, isPaused: boolean): boolean {
  if (state === 'lost' || (isUnsent(state) && isPaused)) return false
  return state === 'sending' || wait === null || wait === 'backoff'
}

function finishedState(batches: readonly BatchFacts[]): RefreshState {
  if (batches.some(({ state }) => state === 'cancelled')) return 'cancelled'
  const { total, succeeded, failed } = countProgress(batches)
  if (succeeded === total) return 'succeeded'
  if (failed === 0) return 'inconclusive'
  return failed === total ? 'failed' : 'partly_failed'
}

/**
 * Adds up the batches: tokens of a rejected one failed, those of a lost one are unknown, those of a cancelled one were
 * never sent. What a finished one does not account for stays unknown.
 */
export function countProgress(batches: readonly Omit<BatchFacts, 'wait' | 'stage' | 'acceptedAt'>[]) {
  const sum = { total: 0, succeeded: 0, failed: 0, pending: 0, unknown: 0, cancelled: 0 }
  for (const { state, tokenCount, ...batch } of batches) {
    const succeeded = state === 'rejected' ? 0 : batch.succeeded
    const failed = state === 'rejected' ? tokenCount : batch.failed
    const rest = tokenCount - succeeded - failed
    sum.total += tokenCount
    sum.succeeded += succeeded
    sum.failed += failed
    sum[restOf(state)] += rest
  }
  return sum
}

function restOf(state: BatchState): 'unknown' | 'cancelled' | 'pending' {
  if (state === 'lost' || state === 'finished') return 'unknown'
  return state === 'cancelled' ? state : 'pending'
}
