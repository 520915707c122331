import type { Bar } from './timeline.ts'

/** The look of each kind of bar on the time axis, and its name in the key. */
export const barLooks: Record<Bar['kind'], { look: string; words: string }> = {
  waiting: { look: 'bg-info-line', words: 'waiting upstream' },
  processing: { look: 'bg-info-fill', words: 'processing' },
  completed: { look: 'bg-succeeded-fill', words: 'finished' },
  partly_failed: {
    look: 'bg-linear-to-r from-50% from-succeeded-fill to-50% to-failed-fill',
    words: 'partly failed',
  },
  failed: { look: 'bg-failed-fill', words: 'failed' },
  rejected: { look: 'bg-failed-fill', words: 'not accepted' },
  inconclusive: { look: 'bg-unknown-fill', words: 'inconclusive' },
  lost: { look: 'bg-unknown-fill hatched', words: 'outcome unknown' },
  expected: { look: 'border border-line-control', words: 'expected' },
}

// Every refresh has these, so the key shows them from the start.
const usual: readonly Bar['kind'][] = ['waiting', 'processing', 'completed']

/** The kinds the key explains, in a fixed order: the usual ones plus whatever else is drawn. */
export function kindsInKey(drawn: Iterable<Bar['kind']>): Bar['kind'][] {
  const kinds = new Set([...usual, ...drawn])
  return (Object.keys(barLooks) as Bar['kind'][]).filter((kind) => kinds.has(kind))
}
