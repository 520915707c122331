import { isFinished } from '@/lib/domain/batches/state.ts'
import type { RefreshDetail } from '@/lib/domain/refreshes/model-schema.ts'
import { formatRate, plural } from '@/lib/format/count.ts'

/** Tokens per second: of the batches in progress, or of the whole refresh once finished; null while unknown. */
export function throughputOf({ batches, progress, state, finishedAt, now }: RefreshDetail): number | null {
  if (isFinished(state)) {
    const starts = batches.flatMap(({ acceptedAt }) => (acceptedAt ? [Date.parse(acceptedAt)] : []))
    const seconds = finishedAt ? (Date.parse(finishedAt) - Math.min(...starts)) / 1_000 : 0
    const done = progress.succeeded + progress.failed
    return starts.length > 0 && seconds >= 1 && done > 0 ? done / seconds : null
  }
  let perSecond = 0
  for (const batch of batches) {
    if (batch.state !== 'sent' || batch.startedAt === null) continue
    const seconds = (Date.parse(now) - Date.parse(batch.startedAt)) / 1_000
    if (seconds >= 1) perSecond += (batch.progress.succeeded + batch.progress.failed) / seconds
  }
  return perSecond > 0 ? perSecond : null
}

export function formatThroughput(perSecond: number): string {
  if (perSecond >= 0.1) return `${formatRate(perSecond)} tokens/s`
  return `${plural(Math.max(1, Math.round(perSecond * 3_600)), 'token')}/h`
}
