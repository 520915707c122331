export type Counts = { succeeded: number; failed: number }

/** Takes what the network reports into what is known, so that neither count ever falls nor both exceed the total. */
export function mergeProgress(known: Counts, reported: Counts, total: number): Counts {
  const succeeded = clamp(reported.succeeded, known.succeeded, total - known.failed)
  const failed = clamp(reported.failed, known.failed, total - succeeded)
  return { succeeded, failed }
}

/**
 * The last word on a batch. It is the truth even where an earlier report said more, except that the tokens it names as
 * failed have failed. What the two leave of the total, nobody knows.
 */
export function finalProgress(reported: Counts, namedAsFailed: number, total: number): Counts {
  const succeeded = clamp(reported.succeeded, 0, total)
  const failed = Math.max(clamp(reported.failed, 0, total - succeeded), Math.min(namedAsFailed, total))
  return { succeeded: Math.min(succeeded, total - failed), failed }
}

const MOST_TOKENS = 1_000_000

/** How many tokens a network speaks of in one refresh, as far as anybody could believe it. */
export const tokensOf = ({ succeeded, failed, pending }: Counts & { pending: number }): number =>
  Math.min(succeeded + failed + pending, MOST_TOKENS)

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high))
