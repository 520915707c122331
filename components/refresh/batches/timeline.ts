import type { Batch } from '@/lib/domain/batches/batch-schema.ts'
import { shownState } from '../../ui/batch-text.ts'
import type { Span } from './expected.ts'

const MINUTE_MS = 60_000
const steps = [1 / 12, 1 / 6, 1 / 4, 1 / 2, 1, 2, 5, 10, 15, 30, 60, 120, 240, 720, 1_440].map(
  (minutes) => minutes * MINUTE_MS,
)
/** How many labels fit on the narrowest axis; labels with seconds are longer. */
const mostTicks = (step: number) => (step < MINUTE_MS ? 3 : 4)

export type Bar = {
  kind:
    | 'waiting'
    | 'processing'
    | 'completed'
    | 'partly_failed'
    | 'failed'
    | 'inconclusive'
    | 'lost'
    | 'rejected'
    | 'expected'
  from: number
  to: number
}
export type Timeline = {
  /** The position of a time on the axis, 0 to 100. */
  place: (iso: string | number) => number
  ticks: string[]
  /** Null once the refresh is finished. */
  now: number | null
  /** The position of the quota reset, while a batch waits for it. */
  reset: number | null
  /** The expected span of each batch, by its id. */
  expected: ReadonlyMap<string, Span>
}

/** An axis from the first send to now, the end or the awaited quota reset, with a few round ticks. */
export function makeTimeline(
  batches: Batch[],
  now: string,
  expected: ReadonlyMap<string, Span> = new Map(),
): Timeline | null {
  const starts = batches.flatMap(({ sentAt }) => (sentAt ? [Date.parse(sentAt)] : []))
  if (starts.length === 0) return null
  const from = Math.min(...starts)
  const isOver = batches.every(
    ({ finishedAt, state }) =>
      finishedAt || state === 'rejected' || state === 'lost' || state === 'cancelled',
  )
  const ends = batches.flatMap(({ finishedAt, sentAt }) =>
    [finishedAt, sentAt].flatMap((iso) => (iso ? [Date.parse(iso)] : [])),
  )
  const resets = batches.flatMap(({ wait, notBefore }) =>
    wait === 'quota' && notBefore ? [Date.parse(notBefore)] : [],
  )
  const ahead = [...expected.values()].map((span) => span.to)
  const to = Math.max(from + 5_000, ...resets, ...ahead, isOver ? Math.max(...ends) : Date.parse(now))
  const span = (to - from) * 1.06
  const step = steps.find((size) => span / size <= mostTicks(size)) ?? 1_440 * MINUTE_MS
  const first = Math.ceil(from / step) * step
  const count = Math.max(0, Math.floor((from + span - first) / step) + 1)
  const place = (time: string | number) => clamp(((toMs(time) - from) / span) * 100)
  return {
    place,
    expected,
    now: isOver ? null : place(now),
    reset: resets.length > 0 ? place(Math.min(...resets)) : null,
    ticks: Array.from({ length: count }, (_, at) => new Date(first + at * step).toISOString()),
  }
}

const toMs = (time: string | number) => (typeof time === 'number' ? time : Date.parse(time))
const clamp = (percent: number) => Math.min(100, Math.max(0, percent))

/** The bars of one batch: waiting upstream, processing, finished. */
export function barsOf(batch: Batch, now: string, timeline: Timeline): Bar[] {
  const span = timeline.expected.get(batch.id)
  const { place } = timeline
  const expected: Bar[] = span ? [{ kind: 'expected', from: place(span.from), to: place(span.to) }] : []
  return [...pastOf(batch, now, timeline), ...expected]
}

function endOf(batch: Batch): Bar['kind'] {
  const shown = shownState(batch)
  return shown === 'failed' || shown === 'partly_failed' || shown === 'inconclusive' ? shown : 'completed'
}

function pastOf(batch: Batch, now: string, { place }: Timeline): Bar[] {
  const { sentAt, startedAt, finishedAt, state } = batch
  if (!sentAt) return []
  const end = finishedAt ?? now
  if (state === 'lost' || state === 'rejected')
    return [
      {
        kind: state,
        from: place(sentAt),
        to: Math.max(place(sentAt) + 1, state === 'lost' ? place(now) : 0),
      },
    ]
  // First seen once it was finished, possibly by a fast clock, so the waiting time is unknown.
  const isSeenLate = startedAt && finishedAt && Date.parse(startedAt) >= Date.parse(finishedAt)
  const seenAt = isSeenLate ? null : startedAt
  const middle = seenAt ?? (finishedAt ? sentAt : end)
  const work: Bar = { kind: finishedAt ? endOf(batch) : 'processing', from: place(middle), to: place(end) }
  return [{ kind: 'waiting' as const, from: place(sentAt), to: place(middle) }, work].filter(
    ({ from, to }) => to > from,
  )
}
