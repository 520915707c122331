import type { Clock } from './clock.ts'
import { UpstreamError, type UpstreamErrorKind } from './upstream-error.ts'

const FIRST_BACKOFF_MS = 200
const MAX_BACKOFF_MS = 3_000

const passing: readonly UpstreamErrorKind[] = ['network', 'timeout', 'rate_limited', 'server']

type RetryOptions = {
  clock: Clock
  /** After this much time no further attempt starts. */
  deadlineMs: number
  maxAttempts: number
  /** Asked before each further attempt. */
  mayRetry?: () => boolean
  random?: () => number
}

/** Runs a read again after failures that may pass. Never for writes: a lost answer may have been a yes. */
export async function retryRead<T>(
  task: (remainingMs: number) => Promise<T>,
  { clock, deadlineMs, maxAttempts, mayRetry = () => true, random = Math.random }: RetryOptions,
): Promise<T> {
  const deadline = clock.now() + deadlineMs
  for (let attempt = 1; ; attempt++) {
    try {
      return await task(Math.max(1, deadline - clock.now()))
    } catch (error) {
      if (!(error instanceof UpstreamError) || !passing.includes(error.kind)) throw error
      const pause = pauseFor(error, attempt, random())
      if (attempt >= maxAttempts || !mayRetry() || clock.now() + pause >= deadline) throw error
      await clock.sleep(pause)
    }
  }
}

function pauseFor(error: UpstreamError, attempt: number, random: number): number {
  const backoff = Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (attempt - 1))
  const asked = (error.retryAfterSeconds ?? 0) * 1_000
  return Math.max(asked, backoff / 2 + (random * backoff) / 2)
}
