import type { Batch } from '@/lib/domain/batches/batch.ts'
import { isBatchOver, isUnsent } from '@/lib/domain/batches/state.ts'
import type { RefreshDetail } from '@/lib/domain/refreshes/model.ts'
import { formatCount, plural } from '@/lib/format/count.ts'

export type Unsent = {
  batches: number
  tokens: number
  /** Batches that were sent, the completed ones included. */
  sent: number
  /** Those of them that are not over. */
  running: number
  isExpanding: boolean
}

/** What pausing and cancelling are about. */
export function countUnsent({ batches, expanding }: Pick<RefreshDetail, 'batches' | 'expanding'>): Unsent {
  const planned = batches.filter(({ state }) => isUnsent(state))
  const sent = batches.filter(({ state }) => !isUnsent(state) && state !== 'cancelled')
  return {
    batches: planned.length,
    tokens: planned.reduce((sum, { progress }: Batch) => sum + progress.total, 0),
    sent: sent.length,
    running: sent.filter(({ state }) => !isBatchOver(state)).length,
    isExpanding: expanding !== null,
  }
}

/** `3 unsent batches`. */
export const unsentBatches = ({ batches }: Unsent): string =>
  plural(batches, 'unsent batch', 'unsent batches')

/** What the button says: how much it would cancel. */
export const cancelText = (unsent: Unsent): string =>
  unsent.batches === 0 ? 'Cancel the rest' : `Cancel ${unsentBatches(unsent)}`

/** `Cancel 3 unsent batches (2,998 tokens). The 7 that were sent go on.` */
export function cancelSentences(unsent: Unsent): string {
  const what =
    unsent.batches === 0
      ? 'Stop collecting tokens.'
      : `${cancelText(unsent)} (${plural(unsent.tokens, 'token')}).`
  const more = unsent.isExpanding && unsent.batches > 0 ? ' No more tokens are collected.' : ''
  return `${what}${more} ${sentGoesOn(unsent)}`
}

/** What happens to what was sent: the desk cannot take it back. */
export function sentGoesOn({ sent, running }: Unsent): string {
  if (sent === 0) return 'Nothing was sent.'
  if (running === 0)
    return sent === 1 ? 'The one that was sent is done.' : `The ${formatCount(sent)} that were sent are done.`
  return sent === 1 ? 'The one that was sent goes on.' : `The ${formatCount(sent)} that were sent go on.`
}
