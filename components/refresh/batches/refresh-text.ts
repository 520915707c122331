import { isFinished } from '@/lib/domain/batches/state.ts'
import type { RefreshDetail, RefreshSummary } from '@/lib/domain/refreshes/model-schema.ts'
import { formatCount, partOf } from '@/lib/format/count.ts'
import { formatDuration } from '@/lib/format/time.ts'
import { batchStateText } from './batch-state-text.ts'

export const processedCount = ({ progress }: Pick<RefreshSummary, 'progress'>): number =>
  progress.succeeded + progress.failed

/** `47 of 60 tokens are refreshed.` */
export function headline({ state, progress }: Pick<RefreshSummary, 'state' | 'progress'>): string {
  const { succeeded, failed, total } = progress
  if (!isFinished(state)) return `${partOf(succeeded + failed, total, 'token')} processed.`
  return `${partOf(succeeded, total, 'token')} ${succeeded === 1 || total === 1 ? 'is' : 'are'} refreshed.`
}

/** `16 min`, once the refresh is finished. */
export function tookText({
  createdAt,
  finishedAt,
}: Pick<RefreshSummary, 'createdAt' | 'finishedAt'>): string | null {
  return finishedAt ? formatDuration((Date.parse(finishedAt) - Date.parse(createdAt)) / 1000) : null
}

/** `4 finished, 2 in progress, 1 outcome unknown`: the line above the list of batches. */
export function batchSummary({ batches, pause }: Pick<RefreshDetail, 'batches' | 'pause'>): string {
  const counts = Map.groupBy(batches, (batch) => batchStateText(batch, pause).toLowerCase())
  return [...counts].map(([word, { length }]) => `${formatCount(length)} ${word}`).join(', ')
}
