import type { Candidate } from '../batch-schema.ts'

/** How far the network's own times may disagree with each other. */
export const SKEW_MS = 60_000

/** A refresh in the network's list, as far as it can be read. */
export type Listed = { reference: string | null; collection: string | null; startedAt: Date | null }

/** With the latest moment at which it can have started. */
export type Placed = Listed & { latestStart: Date | null }

/** What is searched for: as large, and sent no earlier by the network's clock. */
export type Lost = { collection: string; size: number; sentAt: Date }

/** The list goes from new to old: one without a time is no newer than the last one before it that has one. */
export function placeListed(listed: readonly Listed[]): Placed[] {
  let latestStart: Date | null = null
  return listed.map((one) => {
    latestStart = one.startedAt ?? latestStart
    return { ...one, latestStart }
  })
}

/** Surely started before the batch was sent; once the list shows this it goes back far enough. */
export const isBefore = ({ latestStart }: Pick<Placed, 'latestStart'>, { sentAt }: Lost): boolean =>
  latestStart !== null && latestStart.getTime() < sentAt.getTime() - SKEW_MS

/** Worth examining: nothing that is known of it says that it is another collection's, somebody's, or older. */
export function mayBe(listed: Placed, lost: Lost, taken: ReadonlySet<string>): boolean {
  const { reference, collection } = listed
  if (isBefore(listed, lost) || (collection !== null && collection !== lost.collection)) return false
  return reference === null || !taken.has(reference)
}

/** After it was examined: as large as the batch is, and no failure of a token outside of it. */
export function fits(
  candidate: Pick<Candidate, 'succeeded' | 'failed' | 'pending'>,
  failedTokenIds: Iterable<string>,
  /** Its tokens are null when not all of them are known by their ids. */
  { size, tokenIds }: { size: number; tokenIds: ReadonlySet<string> | null },
): boolean {
  if (candidate.succeeded + candidate.failed + candidate.pending !== size) return false
  for (const id of failedTokenIds) if (tokenIds && !tokenIds.has(id)) return false
  return true
}

type Search = {
  candidates: readonly Candidate[]
  /** The list was read to the end, or beyond the time of sending, without a gap. */
  isComplete: boolean
  /** By the network's clock, like `decideAt`. */
  listedAt: Date
  decideAt: Date
  /** The candidate that is surely this batch, as `matchLost` says. */
  match: string | null
  /** How often the batch was sent again before. */
  resends: number
  /** A script's request is not the desk's to send again. */
  isOfScript: boolean
  /** As `isOverdue` says. */
  isOverdue: boolean
}

export type Verdict =
  | { to: 'match'; reference: string }
  | { to: 'send_again' }
  | { to: 'give_up' }
  /** `goesOn` while a later search may still find out by itself. */
  | { to: 'person'; goesOn: boolean }
  | { to: 'search_again' }

/**
 * What a search decides. Absence counts only by a complete list at or after the deadline, and only once. Whatever keeps
 * searches from deciding, a person is asked in the end.
 */
export function decide(search: Search): Verdict {
  const { candidates, isComplete, match, listedAt, decideAt, resends, isOfScript } = search
  const undecided: Verdict = search.isOverdue ? { to: 'person', goesOn: true } : { to: 'search_again' }
  if (candidates.length > 0) {
    if (match === null) return { to: 'person', goesOn: false }
    // A gap may hide another one.
    return isComplete ? { to: 'match', reference: match } : undecided
  }
  if (!isComplete || listedAt < decideAt) return undecided
  if (isOfScript) return { to: 'give_up' }
  return resends === 0 ? { to: 'send_again' } : { to: 'person', goesOn: false }
}

const pausesMs = [2_000, 5_000, 10_000, 20_000, 40_000, 60_000]
const LONGEST_MS = 120_000
const PERSON_MS = 300_000
/** The network's clock and ours agree to the second at best. */
const AFTER_MS = 1_000

/** Searches past the deadline before a person is asked: what keeps one from deciding mostly passes. */
const LATE_SEARCHES = 3
/** Where the network is not even asked, time alone counts. */
const LONGEST_WAIT_MS = 60 * 60_000
/** Where the network's clock stands still, searches alone count. */
const MOST_ROUNDS = 3

/** `waitedMs` by the network's clock where it is known. */
type Effort = { searches: number; waitedMs: number; decideAfterMs: number }

/** Whether a search has gone on for so long after the deadline that a person is asked. */
export function isOverdue({ searches, waitedMs, decideAfterMs }: Effort): boolean {
  const enough = searchesWithin(decideAfterMs) + LATE_SEARCHES
  if (waitedMs >= decideAfterMs) return searches >= enough || waitedMs >= decideAfterMs + LONGEST_WAIT_MS
  return searches >= enough * MOST_ROUNDS
}

function searchesWithin(durationMs: number): number {
  let searches = 0
  for (let ms = 0; ms < durationMs; searches++) ms += pausesMs[searches] ?? LONGEST_MS
  return searches
}

type Progress = { searches: number; needsPerson: boolean; now: Date; decideAt: Date }

/** When to search next: soon at first, then rarely, and just after the deadline in any case. */
export function nextSearchAt({ searches, needsPerson, now, decideAt }: Progress): Date {
  const pauseMs = needsPerson ? PERSON_MS : (pausesMs[searches] ?? LONGEST_MS)
  const calm = now.getTime() + pauseMs
  const decision = decideAt.getTime() + AFTER_MS
  return new Date(decision > now.getTime() ? Math.min(calm, decision) : calm)
}
