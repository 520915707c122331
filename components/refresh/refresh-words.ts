import { partOf } from '@/lib/format/count.ts'
import { formatDuration } from '@/lib/format/time.ts'
import type { Batch } from '@/lib/refresh/batch.ts'
import type { RefreshSummary } from '@/lib/refresh/model.ts'
import { refreshName } from '@/lib/refresh/refresh-key.ts'
import { isFinished } from '@/lib/refresh/state.ts'
import { batchWords, shownState } from '../ui/batch-words.ts'

export const refreshTitle = ({ note, retryOf }: Pick<RefreshSummary, 'note' | 'retryOf'>): string =>
  note ??
  (retryOf.length > 0 ? `Retry of ${retryOf.map((one) => refreshName(one.number)).join(', ')}` : 'No note')

export const settledCount = ({ progress }: Pick<RefreshSummary, 'progress'>): number =>
  progress.succeeded + progress.failed

/** `47 of 60 tokens are refreshed.` */
export function headline({ state, progress }: Pick<RefreshSummary, 'state' | 'progress'>): string {
  const { succeeded, failed, total } = progress
  if (!isFinished(state)) return `${partOf(succeeded + failed, total, 'token')} settled.`
  return `${partOf(succeeded, total, 'token')} ${succeeded === 1 || total === 1 ? 'is' : 'are'} refreshed.`
}

/** `took 16 min`, once it has settled. */
export function tookWords({
  createdAt,
  finishedAt,
}: Pick<RefreshSummary, 'createdAt' | 'finishedAt'>): string | null {
  return finishedAt ? formatDuration((Date.parse(finishedAt) - Date.parse(createdAt)) / 1000) : null
}

/** `4 completed, 2 in progress, 1 unknown`: what stands above the list of batches. */
export function batchSummary(batches: Batch[]): string {
  const counts = new Map<string, number>()
  for (const batch of batches) {
    const { state, wait } = batch
    const word =
      state === 'planned' && wait === 'quota'
        ? 'waiting for quota'
        : state === 'planned' && wait === 'authority'
          ? 'waiting for a signature'
          : batchWords[shownState(batch)].toLowerCase()
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return [...counts].map(([word, count]) => `${count} ${word}`).join(', ')
}
