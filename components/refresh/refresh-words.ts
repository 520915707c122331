import { formatDuration } from '@/lib/format/time.ts'
import type { Batch } from '@/lib/refresh/batch.ts'
import type { RefreshSummary } from '@/lib/refresh/model.ts'
import { refreshName } from '@/lib/refresh/refresh-key.ts'

export const refreshTitle = ({ note, retryOf }: Pick<RefreshSummary, 'note' | 'retryOf'>): string =>
  note ??
  (retryOf.length > 0 ? `Retry of ${retryOf.map((one) => refreshName(one.number)).join(', ')}` : 'No note')

export const settledCount = ({ progress }: Pick<RefreshSummary, 'progress'>): number =>
  progress.succeeded + progress.failed

/** `took 16 min`, once it has settled. */
export function tookWords({
  createdAt,
  settledAt,
}: Pick<RefreshSummary, 'createdAt' | 'settledAt'>): string | null {
  return settledAt ? formatDuration((Date.parse(settledAt) - Date.parse(createdAt)) / 1000) : null
}

/** `4 completed, 2 in progress, 1 unknown`: what stands above the list of batches. */
export function batchSummary(batches: Batch[]): string {
  const words: Partial<Record<Batch['state'], string>> = { in_progress: 'in progress' }
  const counts = new Map<string, number>()
  for (const { state, wait } of batches) {
    const word =
      state === 'planned' && wait === 'quota'
        ? 'waiting for quota'
        : state === 'planned' && wait === 'signature'
          ? 'waiting for a signature'
          : (words[state] ?? state)
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return [...counts].map(([word, count]) => `${count} ${word}`).join(', ')
}
