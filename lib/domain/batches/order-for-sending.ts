import type { WaitReason } from './state.ts'

export type Sendable = {
  refreshId: string
  refreshNumber: number
  position: number
  wait: WaitReason | null
  notBefore: Date | null
}

/** Waits that no time ends: whoever ends them clears them. */
export const skippedWaits: WaitReason[] = ['authority', 'turn']

export const isSkipped = (wait: WaitReason | null): boolean => wait !== null && skippedWaits.includes(wait)

/** What may be sent now, best first: the refresh with the fewest unsent batches, so that 3 tokens never queue behind 50 batches. */
export function orderForSending<Batch extends Sendable>(planned: readonly Batch[], now: Date): Batch[] {
  const unsent = new Map<string, number>()
  for (const { refreshId } of planned) unsent.set(refreshId, (unsent.get(refreshId) ?? 0) + 1)
  const left = ({ refreshId }: Batch) => unsent.get(refreshId) ?? 0
  return planned
    .filter(({ wait, notBefore }) => !isSkipped(wait) && isDue(wait, notBefore, now))
    .sort((a, b) => left(a) - left(b) || a.refreshNumber - b.refreshNumber || a.position - b.position)
}

/** Longer than anything is ever put off: a time beyond was set by a clock that has since been set back. */
export const LONGEST_BACKOFF_MS = 11 * 60_000
export const LONGEST_QUOTA_WAIT_MS = 70 * 60_000

function isDue(wait: WaitReason | null, notBefore: Date | null, now: Date): boolean {
  if (notBefore === null || notBefore <= now) return true
  const longestMs = wait === 'backoff' ? LONGEST_BACKOFF_MS : LONGEST_QUOTA_WAIT_MS
  return notBefore.getTime() > now.getTime() + longestMs
}
