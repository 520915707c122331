import { z } from 'zod'

export const batchStates = [
  'planned',
  'sending',
  'accepted',
  'queued',
  'in_progress',
  'completed',
  'rejected',
  'unknown',
  'cancelled',
] as const
export const BatchState = z.enum(batchStates)
export type BatchState = z.infer<typeof BatchState>

export const refreshStates = [
  'running',
  'waiting_signature',
  'waiting_quota',
  'paused',
  'unknown',
  'succeeded',
  'partly_failed',
  'failed',
  'cancelled',
  'stalled',
] as const
export const RefreshState = z.enum(refreshStates)
export type RefreshState = z.infer<typeof RefreshState>

/** Why a planned batch is not sent, or an accepted one is not watched, right now. */
export const WaitReason = z.enum(['quota', 'signature', 'backoff', 'turn'])
export type WaitReason = z.infer<typeof WaitReason>

const settled: readonly RefreshState[] = ['succeeded', 'partly_failed', 'failed', 'cancelled']

/** A settled refresh never changes again: nothing is left to send or to watch. */
export const isSettled = (state: RefreshState): boolean => settled.includes(state)
export const unsettledStates: RefreshState[] = refreshStates.filter((state) => !isSettled(state))

/** What failed stays so: it has settled, or nothing but the network or a person moves it on. */
export const mayBeRetried = (state: RefreshState): boolean =>
  isSettled(state) || state === 'unknown' || state === 'stalled'

/** Where the network works on it. */
export const upstreamStates: BatchState[] = ['accepted', 'queued', 'in_progress']

export const isUpstream = (state: BatchState): boolean => upstreamStates.includes(state)

const over: readonly BatchState[] = ['completed', 'rejected', 'cancelled']
export const isBatchOver = (state: BatchState): boolean => over.includes(state)
