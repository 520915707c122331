import type { Batch } from '@/lib/domain/batches/batch-schema.ts'
import { isBatchOver, isUnsent } from '@/lib/domain/batches/state.ts'
import type { RefreshDetail } from '@/lib/domain/refreshes/model-schema.ts'
import { formatCount, plural } from '@/lib/format/count.ts'

export type Unsent = {
  batches: number
  tokens: number
  /** Batches that were sent, finished ones included. */
  sent: number
  /** Sent batches that are not finished. */
  running: number
  isExpanding: boolean
}

/** What pausing or cancelling would stop. */
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

/** The label of the cancel button. */
export const cancelText = (unsent: Unsent): string =>
  unsent.batches === 0 ? 'Cancel the rest' : `Cancel ${unsentBatches(unsent)}`

/** `Cancel 3 unsent batches (2,998 tokens). The 7 batches already sent will continue.` */
export function cancelSentences(unsent: Unsent): string {
  const what =
    unsent.batches === 0
      ? 'Stop adding tokens.'
      : `${cancelText(unsent)} (${plural(unsent.tokens, 'token')}).`
  const more = unsent.isExpanding && unsent.batches > 0 ? ' No more tokens will be added.' : ''
  return `${what}${more} ${sentGoesOn(unsent)}`
}

/** What happens to the batches already sent, which cannot be stopped. */
export function sentGoesOn({ sent, running }: Unsent): string {
  if (sent === 0) return 'Nothing has been sent.'
  const which = sent === 1 ? 'The batch' : `The ${formatCount(sent)} batches`
  if (running === 0) return `${which} already sent ${sent === 1 ? 'is' : 'are'} finished.`
  return `${which} already sent will continue.`
}
