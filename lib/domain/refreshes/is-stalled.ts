import type { BatchState } from '../batches/state.ts'

const STALLED_MS = 48 * 3_600_000

type Accepted = { state: BatchState; stage: string | null; acceptedAt: Date | null }

/** Accepted so long ago that somebody should ask the network about it. It is late, not failed. */
export function isStalled({ state, stage, acceptedAt }: Accepted, now: Date): boolean {
  // Of one without a stage nobody has heard since: an imported one may have been done for months.
  return (
    state === 'sent' &&
    stage !== null &&
    acceptedAt !== null &&
    now.getTime() - acceptedAt.getTime() >= STALLED_MS
  )
}
