import type { Candidate } from '../batch-schema.ts'
import { SKEW_MS } from './reconcile.ts'

/** One sending of a request of which the network may know without the desk knowing it. All times are the network's. */
export type Sending = {
  batchId: string
  at: Date
  /** The outcome of its batch is unknown. Else it was judged absent, and may turn up late all the same. */
  isLost: boolean
}

type Found = Pick<Candidate, 'reference' | 'startedAt'> & {
  /** The lost batches that it may be, by the tokens that failed. */
  owners: ReadonlySet<string>
}

/**
 * The candidate that is surely the given lost batch: the only one where nothing else was lost, else the one in a list of
 * as many candidates as lost batches, each of which started together with exactly one sending. Null when none is sure.
 */
export function matchLost(
  candidates: readonly Found[],
  sendings: readonly Sending[],
  batchId: string,
): string | null {
  const lost = new Set(sendings.filter(({ isLost }) => isLost).map((one) => one.batchId))
  if (candidates.length !== lost.size) return null
  if (sendings.every((one) => one.batchId === batchId)) return candidates[0]?.reference ?? null
  const owners = candidates.map((one) => ownerOf(one, sendings))
  const isPaired = new Set(owners).size === owners.length && !owners.includes(null)
  return isPaired ? (candidates[owners.indexOf(batchId)]?.reference ?? null) : null
}

function ownerOf({ startedAt, owners }: Found, sendings: readonly Sending[]): string | null {
  if (startedAt === null) return null
  const startedMs = Date.parse(startedAt)
  const [one, ...others] = sendings.filter(({ at }) => Math.abs(at.getTime() - startedMs) <= SKEW_MS)
  return one?.isLost && others.length === 0 && owners.has(one.batchId) ? one.batchId : null
}
