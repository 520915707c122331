const SHORTEST_MS = 750
const LONGEST_MS = 15_000
const SHARE = 0.3

type PollFacts = {
  /** Since the network accepted the batch. */
  elapsedMs: number
  done: number
  total: number
  /** Looks in a row that failed. */
  failures?: number
}

/** When to look again: a share of the time that seems to be left, so that the end is seen soon and the middle rarely. */
export function pollIntervalMs({ elapsedMs, done, total, failures = 0 }: PollFacts): number {
  const elapsed = Math.max(0, elapsedMs)
  const expected = done > 0 ? (elapsed / done) * (total - done) : elapsed
  // At first the estimate is wild, so the wait at most doubles the time gone by.
  const calm = Math.min(Math.max(Math.min(expected * SHARE, elapsed), SHORTEST_MS), LONGEST_MS)
  return Math.round(failures === 0 ? calm : Math.min(calm * 2 ** Math.min(failures, 10), 5 * 60_000))
}
