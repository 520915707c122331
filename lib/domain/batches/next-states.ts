import type { BatchState } from './state.ts'

/** Where a batch goes from each state. */
export const nextStates = {
  planned: ['preparing', 'sending', 'cancelled'],
  preparing: ['planned', 'ready', 'finished', 'cancelled'],
  ready: ['preparing', 'sending', 'cancelled'],
  sending: ['planned', 'sent', 'lost', 'rejected', 'cancelled'],
  sent: ['finished'],
  lost: ['planned', 'sent', 'lost', 'rejected', 'cancelled'],
  finished: [],
  rejected: [],
  cancelled: [],
} as const satisfies Record<BatchState, readonly BatchState[]>

/** The states from which a batch comes to this one. */
export type Before<To extends BatchState> = {
  [From in BatchState]: To extends (typeof nextStates)[From][number] ? From : never
}[BatchState]
