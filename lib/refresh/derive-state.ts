import { type BatchState, isBatchOver, type RefreshState, type WaitReason } from './state.ts'

export type BatchFacts = {
  state: BatchState
  wait: WaitReason | null
  tokenCount: number
  succeeded: number
  failed: number
  acceptedAt: Date | null
}

const STALLED_MS = 48 * 3_600_000

/** The refresh's state is never stored by hand: it follows from its batches and the clock. */
export function deriveState(batches: readonly BatchFacts[], now: Date): RefreshState {
  const open = batches.filter(({ state }) => !isBatchOver(state))
  if (open.length === 0) return settledState(batches)
  if (open.some((batch) => isStalled(batch, now))) return 'stalled'
  if (open.some(canMove)) return 'running'
  if (open.some(({ wait }) => wait === 'signature')) return 'waiting_signature'
  if (open.some(({ wait }) => wait === 'quota')) return 'waiting_quota'
  return 'unknown'
}

/** Whether this batch will change without a person or the next hour: an accepted one must be watched to move. */
function canMove({ state, wait }: BatchFacts): boolean {
  if (state === 'unknown') return false
  return state === 'sending' || (wait !== 'signature' && wait !== 'quota')
}

function isStalled({ state, acceptedAt }: BatchFacts, now: Date): boolean {
  const isUpstream = state === 'accepted' || state === 'queued' || state === 'in_progress'
  return isUpstream && acceptedAt !== null && now.getTime() - acceptedAt.getTime() >= STALLED_MS
}

function settledState(batches: readonly BatchFacts[]): RefreshState {
  if (batches.some(({ state }) => state === 'cancelled')) return 'cancelled'
  const { total, succeeded } = countProgress(batches)
  if (succeeded === total) return 'succeeded'
  return succeeded === 0 ? 'failed' : 'partly_failed'
}

/** Adds up the batches: tokens of a rejected one failed, those of an unknown one are unknown. */
export function countProgress(batches: readonly Omit<BatchFacts, 'wait' | 'acceptedAt'>[]) {
  const sum = { total: 0, succeeded: 0, failed: 0, pending: 0, unknown: 0 }
  for (const { state, tokenCount, ...batch } of batches) {
    const succeeded = state === 'rejected' ? 0 : batch.succeeded
    const failed = state === 'rejected' ? tokenCount : batch.failed
    const rest = tokenCount - succeeded - failed
    sum.total += tokenCount
    sum.succeeded += succeeded
    sum.failed += failed
    sum[state === 'unknown' ? 'unknown' : 'pending'] += rest
  }
  return sum
}
