export const batchStates = [
  'planned',
  'preparing',
  'ready',
  'sending',
  'sent',
  'lost',
  'finished',
  'rejected',
  'cancelled',
] as const
export type BatchState = (typeof batchStates)[number]

export const refreshStates = [
  'running',
  'waiting_authority',
  'waiting_quota',
  'waiting_turn',
  'paused',
  'unknown',
  'succeeded',
  'partly_failed',
  'failed',
  'inconclusive',
  'cancelled',
  'stalled',
] as const
export type RefreshState = (typeof refreshStates)[number]

/** Why a planned batch is not sent, or an accepted one is not watched, right now. */
export const waitReasons = ['quota', 'authority', 'backoff', 'turn'] as const
export type WaitReason = (typeof waitReasons)[number]

const finished: readonly RefreshState[] = [
  'succeeded',
  'partly_failed',
  'failed',
  'inconclusive',
  'cancelled',
]

/** A finished refresh never changes again: nothing is left to send or to watch. */
export const isFinished = (state: RefreshState): boolean => finished.includes(state)
export const unfinishedStates: RefreshState[] = refreshStates.filter((state) => !isFinished(state))

type Outcome = { state: RefreshState; progress: { failed: number; unknown: number } }

/** Whether it has tokens that a retry may take: those of a lost batch are still searched for. */
export const hasRetryable = ({ state, progress }: Outcome): boolean =>
  mayBeRetried(state) && (progress.failed > 0 || (isFinished(state) && progress.unknown > 0))

/** What failed stays so: it has finished, or nothing but the network or a person moves it on. */
export const mayBeRetried = (state: RefreshState): boolean =>
  isFinished(state) || state === 'unknown' || state === 'stalled'

/** Not sent yet: it can wait, be held and be cancelled. */
export const unsentStates: ('planned' | 'preparing' | 'ready')[] = ['planned', 'preparing', 'ready']

/** Not sent yet, and in nobody's hands. */
export const unleasedStates: ('planned' | 'ready')[] = ['planned', 'ready']

export const isUnsent = (state: BatchState): boolean => unsentStates.some((unsent) => unsent === state)

const over: readonly BatchState[] = ['finished', 'rejected', 'cancelled']
export const isBatchOver = (state: BatchState): boolean => over.includes(state)

/** Whatever may still change. */
export const liveBatchStates: BatchState[] = batchStates.filter((state) => !isBatchOver(state))
