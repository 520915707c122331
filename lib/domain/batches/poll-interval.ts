const SHORTEST_MS = 750
const LONGEST_MS = 40_000
const LONGEST_QUEUED_MS = 10_000
const LONGEST_BACKOFF_MS = 5 * 60_000
/** While nothing but the beginning is known, a poll waits for this share of what seems likely. */
const CAUTION = 0.3
/** How much longer than the last wait the next one may be: at first every estimate is wild. */
const GROWTH = 4
/** A refresh of a few tokens is over within seconds, and somebody is looking. */
const EAGER_MS = 1_400

type PollFacts = {
  /** Since the network accepted the batch. */
  elapsedMs: number
  done: number
  total: number
  /** The poll before this one; none before the first. */
  before?: { elapsedMs: number; done: number }
  /** Polls in a row that failed. */
  failures?: number
}

/**
 * When to poll a batch first that was just accepted. Batches are accepted one after the other and end together,
 * so their places in the refresh spread the polls: together they show progress more often than each of them.
 */
export function firstPollMs(total: number, position: number): number {
  const spread = (position * 0.618034) % 1
  return Math.max(SHORTEST_MS, Math.round((SHORTEST_MS + 1.1 * total) * (0.8 + 0.25 * spread)))
}

/**
 * When to poll again: a few polls find the throughput, and the last one aims shortly behind the end that it predicts, so that
 * the end is seen soon by few requests.
 */
export function pollIntervalMs({ failures = 0, ...facts }: PollFacts): number {
  const calm = calmInterval(facts)
  return Math.round(failures === 0 ? calm : Math.min(calm * 2 ** Math.min(failures, 10), LONGEST_BACKOFF_MS))
}

function calmInterval({ elapsedMs, done, total, before = { elapsedMs: 0, done: 0 } }: PollFacts): number {
  const elapsed = Math.max(1, elapsedMs)
  if (done <= 0) return clamp(elapsed * CAUTION, LONGEST_QUEUED_MS)
  const since = Math.max(1, elapsed - before.elapsedMs)
  // Of the two, the one that leaves out the time in the network's queue.
  const perMs = Math.max(done / elapsed, (done - before.done) / since)
  const left = Math.max(0, total - done) / perMs
  // It began some time between the two polls, so it may be far faster than it seems.
  const isUncertain = before.elapsedMs > 0 && before.done === 0
  const aim = isUncertain ? left * CAUTION : left + Math.min(left * 0.1, 250 + left * 0.01)
  return clamp(Math.min(aim, since * (elapsed < EAGER_MS ? 1 : GROWTH)), LONGEST_MS)
}

const clamp = (ms: number, longest: number) => Math.min(Math.max(ms, SHORTEST_MS), longest)
