import { allowance, type KnownQuota } from '../../batches/allowance.ts'
import { isSkipped } from '../../batches/order-for-sending.ts'
import type { WaitReason } from '../../batches/state.ts'
import type { Throughput, Timetable } from './timetable-schema.ts'

const HOUR_MS = 3_600_000
/** Fewer say nothing about the next one. */
const MIN_SAMPLES = 3
/** A batch of a few tokens is mostly queue and overhead, and tells nothing of a full one. */
const ALIKE = 0.5

type PlanInput = {
  now: Date
  quota: KnownQuota | null
  /** Requests that the headers do not cover yet. */
  unaccounted: number
  /** Unsent requests of others that go first. */
  ahead: number
  /** Tokens of each batch that is to be sent, in order. */
  unsent: readonly number[]
  /** Tokens that each batch at the network has not finished. */
  running: readonly number[]
  throughput: Throughput | null
  /** How long one request waits for the next, by the request rate. */
  spacingMs: number
  /** When the search for a lost request decides; null when there is none. */
  unknownUntil: Date | null
  /** Nothing goes out, or is watched, until somebody decides or signs. */
  isStopped: boolean
}

/** When which requests can go out, as far as the headers of this hour tell, and when all may have finished. */
export function planTimetable(input: PlanInput): Timetable {
  const { throughput } = input
  const sends = input.isStopped ? later(input.unsent.length) : placeRequests(input)
  return { sends, throughput, finish: input.isStopped ? null : estimateFinish(input, sends) }
}

const later = (requests: number): Timetable['sends'] => (requests > 0 ? [{ at: null, requests }] : [])

/** What is left of this hour first, then a whole limit in each hour from the reset on, others who go first served first. */
function placeRequests({ now, quota, unaccounted, ahead, unsent }: PlanInput): Timetable['sends'] {
  const requests = unsent.length
  if (requests === 0) return []
  const left = allowance(quota, unaccounted, now)
  if (quota === null || left === null) {
    // One goes out, and its answer tells of the rest.
    const first = ahead === 0 ? [{ at: now.toISOString(), requests: 1 }] : []
    return [...first, ...later(requests - first.length)]
  }
  const sends: Timetable['sends'] = []
  let before = ahead
  let open = requests
  for (let hour = 0; open > 0; hour++) {
    const free = hour === 0 ? left : quota.limit
    if (hour > 0 && quota.limit < 1) return [...sends, ...later(open)]
    const mine = Math.min(open, Math.max(0, free - before))
    before = Math.max(0, before - free)
    open -= mine
    const at = hour === 0 ? now : new Date(quota.resetsAt.getTime() + (hour - 1) * HOUR_MS)
    if (mine > 0) sends.push({ at: at.toISOString(), requests: mine })
  }
  return sends
}

function estimateFinish(
  { now, unsent, running, throughput, spacingMs, unknownUntil }: PlanInput,
  sends: Timetable['sends'],
): Timetable['finish'] {
  if (throughput === null || unsent.length + running.length === 0) return null
  let from = now.getTime()
  let to = from
  const reach = (start: number, tokens: number) => {
    from = Math.max(from, start + (tokens / throughput.fast) * 1_000)
    to = Math.max(to, start + (tokens / throughput.slow) * 1_000)
  }
  for (const tokens of running) reach(now.getTime(), tokens)
  // At the latest it is sent again then, as if it were new.
  if (unknownUntil)
    to = Math.max(to, unknownUntil.getTime() + (Math.max(0, ...unsent, ...running) / throughput.slow) * 1_000)
  let place = 0
  for (const { at, requests } of sends) {
    if (at === null) return null
    for (const [nth, tokens] of unsent.slice(place, place + requests).entries()) {
      reach(Date.parse(at) + nth * spacingMs, tokens)
    }
    place += requests
  }
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() }
}

/** The middle of what was seen of batches about as large, from a tenth to nine tenths; null while too little was seen. */
export function throughputOf(
  samples: readonly { tokens: number; ms: number }[],
  largest: number,
): Throughput | null {
  const speeds = samples
    .filter(({ tokens, ms }) => tokens >= largest * ALIKE && ms > 0)
    .map(({ tokens, ms }) => (tokens / ms) * 1_000)
    .sort((a, b) => a - b)
  const slow = speeds[Math.floor((speeds.length - 1) * 0.1)]
  const fast = speeds[Math.ceil((speeds.length - 1) * 0.9)]
  if (speeds.length < MIN_SAMPLES || slow === undefined || fast === undefined) return null
  return { slow, fast }
}

/** How many of the requests go out before the reset; null while the quota is not known. */
export function sendsNow(sends: Timetable['sends'], resetsAt: string | null): number | null {
  if (resetsAt === null) return null
  return sends
    .filter(({ at }) => at !== null && at < resetsAt)
    .reduce((sum, { requests }) => sum + requests, 0)
}

type Queued = { refreshId: string; refreshNumber: number; wait: WaitReason | null }

/** How many unsent batches of others go before those of a refresh: the sender takes the refresh with the fewest first. */
export function countAhead(
  planned: readonly Queued[],
  own: { refreshId: string | null; refreshNumber: number; unsent: number },
): number {
  const others = Map.groupBy(
    planned.filter(({ refreshId }) => refreshId !== own.refreshId),
    ({ refreshId }) => refreshId,
  )
  let ahead = 0
  for (const batches of others.values()) {
    const number = batches[0]?.refreshNumber ?? 0
    const isBefore =
      batches.length < own.unsent || (batches.length === own.unsent && number < own.refreshNumber)
    // What waits for a signature or its turn is skipped by the sender, but counts for its place.
    if (isBefore) ahead += batches.filter(({ wait }) => !isSkipped(wait)).length
  }
  return ahead
}
