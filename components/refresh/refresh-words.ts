import { formatCount, plural } from '@/lib/format/count.ts'
import { formatClock, formatDuration } from '@/lib/format/time.ts'
import type { Batch } from '@/lib/refresh/batch.ts'
import type { RefreshDetail, RefreshSummary } from '@/lib/refresh/model.ts'
import { isBatchOver } from '@/lib/refresh/state.ts'

/** R-0142: how people say which one they mean. */
export const refreshNumber = (number: number): string => `R-${String(number).padStart(4, '0')}`

export const refreshTitle = ({ note, retryOf }: Pick<RefreshSummary, 'note' | 'retryOf'>): string =>
  note ??
  (retryOf.length > 0 ? `Retry of ${retryOf.map((one) => refreshNumber(one.number)).join(', ')}` : 'No note')

export const settledCount = ({ progress }: Pick<RefreshSummary, 'progress'>): number =>
  progress.succeeded + progress.failed

/** `took 16 min`, once it has settled. */
export function tookWords({
  createdAt,
  settledAt,
}: Pick<RefreshSummary, 'createdAt' | 'settledAt'>): string | null {
  return settledAt ? formatDuration((Date.parse(settledAt) - Date.parse(createdAt)) / 1000) : null
}

const countOf = (batches: Batch[], test: (batch: Batch) => boolean) => batches.filter(test).length

/** The sentence below the figure: what is done, and what the rest waits for. */
export function waitingWords(refresh: RefreshDetail): string {
  const { batches } = refresh
  const unsent = batches.filter(({ state }) => state === 'planned')
  const quota = unsent.filter(({ wait }) => wait === 'quota')
  const parts: string[] = []
  if (unsent.length === 0 && batches.every(({ state }) => isBatchOver(state))) return overWords(batches)
  const cancelled = countOf(batches, ({ state }) => state === 'cancelled')
  const sent = batches.length - unsent.length - cancelled
  parts.push(`${formatCount(sent)} of ${plural(batches.length, 'batch', 'batches')} sent`)
  if (cancelled > 0) parts.push(`${formatCount(cancelled)} cancelled`)
  if (refresh.pause && unsent.length > 0) {
    parts.push(
      `${formatCount(unsent.length)} ${unsent.length === 1 ? 'waits' : 'wait'} until somebody lets it go on`,
    )
    return `${parts.join('; ')}.`
  }
  if (quota.length > 0) {
    const until = quota[0]?.notBefore
    parts.push(
      `${formatCount(quota.length)} ${quota.length === 1 ? 'waits' : 'wait'} for the quota${until ? ` until ${formatClock(until)}` : ''}`,
    )
  }
  const signature = countOf(batches, ({ wait, state }) => wait === 'signature' && !isBatchOver(state))
  if (signature > 0)
    parts.push(`${formatCount(signature)} ${signature === 1 ? 'waits' : 'wait'} for a signature`)
  const backoff = countOf(unsent, ({ wait }) => wait === 'backoff')
  if (backoff > 0)
    parts.push(
      `${formatCount(backoff)} will be tried again because the network did not take ${backoff === 1 ? 'it' : 'them'}`,
    )
  const unknown = countOf(batches, ({ state }) => state === 'unknown')
  if (unknown > 0) parts.push(`the outcome of ${plural(unknown, 'batch', 'batches')} is unknown`)
  return `${parts.join('; ')}.`
}

function overWords(batches: Batch[]): string {
  const cancelled = countOf(batches, ({ state }) => state === 'cancelled')
  if (cancelled > 0) {
    return cancelled === batches.length
      ? 'It was cancelled before anything was sent.'
      : `${formatCount(cancelled)} of ${plural(batches.length, 'batch', 'batches')} ${cancelled === 1 ? 'was' : 'were'} cancelled; what was sent is done.`
  }
  const refused = countOf(batches, ({ state }) => state === 'rejected')
  if (refused === 0) return `${allBatches(batches.length)} completed.`
  if (refused === batches.length)
    return refused === 1
      ? 'The network did not accept the request.'
      : `The network accepted none of the ${formatCount(refused)} requests.`
  return `The network did not accept ${formatCount(refused)} of ${formatCount(batches.length)} requests; the other batches are over.`
}

const allBatches = (count: number) =>
  count === 1 ? 'The only batch is' : `All ${formatCount(count)} batches are`

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
