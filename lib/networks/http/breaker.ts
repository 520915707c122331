import { UpstreamError } from './upstream-error.ts'

/** So many failures in a row, over at least this time, and nothing is asked any more. */
const FAILURES = 4
const SPAN_MS = 500
const FIRST_OPEN_MS = 2_000
const LONGEST_OPEN_MS = 60_000
/** A trial that never ends must not keep everybody out. */
const LONGEST_TRIAL_MS = 30_000

/**
 * Spares a network that does not answer. Closed: everything may go. Open: nothing is asked. Half-open: one read at a
 * time tries whether it is back; its answer closes the breaker, its failure opens it for twice as long, up to a minute.
 */
export type Breaker = {
  state: () => 'closed' | 'open' | 'half_open'
  /** How long nothing may go; 0 when something may. */
  openForMs: () => number
  /** How often it opened in a row; 0 while it is closed. */
  openings: () => number
  /** Throws UpstreamError when this may not go now. Writes wait for a read to succeed: their answers must not get lost. */
  check: (request: Requested) => void
  /** The same, right before a request starts. Each must `leave`. */
  enter: (request: Requested) => void
  /** What its answer says of the network; null when there was none because nothing was sent. */
  leave: (isGood: boolean | null) => void
  /** Takes up what was known before a restart. */
  resume: (openings: number, openForMs: number) => void
}

type Requested = { what: string; isWrite: boolean }

/** `monotonic` is a clock in milliseconds that nobody sets. */
export function createBreaker(monotonic: () => number): Breaker {
  let failures = 0
  let firstFailureAt = 0
  let openings = 0
  let openUntil = 0
  let trialUntil = 0

  const openForMs = () => (openings === 0 ? 0 : Math.max(0, openUntil - monotonic()))
  const state = () => (openings === 0 ? 'closed' : openForMs() > 0 ? 'open' : 'half_open')
  const blockedMs = (isWrite: boolean): number => {
    if (openings === 0) return 0
    if (openForMs() > 0) return openForMs()
    return isWrite || monotonic() < trialUntil ? FIRST_OPEN_MS : 0
  }
  const check = ({ what, isWrite }: Requested) => {
    const waitMs = blockedMs(isWrite)
    if (waitMs > 0) throw notAsked(what, waitMs)
  }
  const open = () => {
    openUntil = monotonic() + Math.min(FIRST_OPEN_MS * 2 ** Math.min(openings, 30), LONGEST_OPEN_MS)
    openings += 1
    trialUntil = 0
  }
  const fail = () => {
    // While it is open, those that were under way say nothing new.
    if (openings > 0) return state() === 'half_open' && open()
    failures += 1
    if (failures === 1) firstFailureAt = monotonic()
    if (failures >= FAILURES && monotonic() - firstFailureAt >= SPAN_MS) open()
  }

  return {
    state,
    openForMs,
    openings: () => openings,
    check,
    enter: (request) => {
      check(request)
      if (openings > 0) trialUntil = monotonic() + LONGEST_TRIAL_MS
    },
    leave: (isGood) => {
      trialUntil = 0
      if (isGood === null) return
      if (!isGood) return void fail()
      failures = 0
      openings = 0
    },
    resume: (before, ms) => {
      if (openings > 0) return
      openings = before
      openUntil = monotonic() + Math.min(ms, LONGEST_OPEN_MS)
    },
  }
}

function notAsked(what: string, waitMs: number): UpstreamError {
  return new UpstreamError(`${what} was not sent, because the network does not answer.`, {
    kind: 'network',
    isWritten: false,
    retryAfterSeconds: Math.ceil(waitMs / 1_000),
  })
}
