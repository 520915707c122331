import type { Batch } from '@/lib/domain/batches/batch-schema.ts'
import { isUnsent } from '@/lib/domain/batches/state.ts'
import type { Timetable } from '@/lib/domain/refreshes/forecast/timetable-schema.ts'

/** When a batch is expected to be processed, in epoch milliseconds. */
export type Span = { from: number; to: number }

/** Expects batches in progress, and those with a known send time, at the mean of the observed throughput. */
export function expectBatches(
  batches: readonly Batch[],
  { sends, throughput }: Timetable,
  now: string,
): Map<string, Span> {
  const spans = new Map<string, Span>()
  if (throughput === null) return spans
  const perSecond = (throughput.slow + throughput.fast) / 2
  const put = (batch: Batch, from: number, tokens: number) =>
    spans.set(batch.id, { from, to: from + (tokens / perSecond) * 1_000 })
  const nowMs = Date.parse(now)
  for (const batch of batches) {
    if (batch.state === 'sent') put(batch, nowMs, batch.progress.pending)
  }
  const starts = sends.flatMap(({ at, requests }) => Array<string | null>(requests).fill(at))
  const unsent = batches.filter(({ state }) => isUnsent(state))
  for (const [place, batch] of unsent.entries()) {
    const at = starts[place]
    if (at) put(batch, Math.max(nowMs, Date.parse(at)), batch.progress.total)
  }
  return spans
}
