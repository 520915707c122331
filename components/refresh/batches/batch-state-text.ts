import type { Batch } from '@/lib/domain/batches/batch-schema.ts'
import { isBatchOver, isUnsent, type WaitReason } from '@/lib/domain/batches/state.ts'
import type { RefreshSummary } from '@/lib/domain/refreshes/model-schema.ts'
import { formatClock } from '@/lib/format/time.ts'
import { batchText, shownState } from '../../ui/batch-text.ts'

type Facts = Pick<Batch, 'state' | 'stage' | 'wait' | 'notBefore' | 'progress'>
type Pause = RefreshSummary['pause']

/** What the batch is waiting for; a pause outranks every other reason. Null when it isn't waiting. */
export function batchWait({ state, wait }: Facts, pause: Pause): WaitReason | 'pause' | 'hold' | null {
  if (pause && isUnsent(state)) return pause.reason === 'hold' ? 'hold' : 'pause'
  return isBatchOver(state) ? null : wait
}

const waitText: Record<NonNullable<ReturnType<typeof batchWait>>, string> = {
  hold: 'Held',
  pause: 'Paused',
  authority: 'Waiting for a signature',
  quota: 'Waiting for quota',
  backoff: 'Retrying',
  turn: 'Blocked by lost request',
}

/** The state of a batch as shown: what it waits for, if anything, else its own state. */
export function batchStateText(batch: Facts, pause: Pause): string {
  const wait = batchWait(batch, pause)
  return wait === null ? batchText[shownState(batch)] : waitText[wait]
}

/** The same, with the time at which it continues if known. */
export function batchStateSentence(batch: Facts, pause: Pause, zone?: string): string {
  const wait = batchWait(batch, pause)
  const at = batch.notBefore && formatClock(batch.notBefore, zone)
  if (at && wait === 'quota') return `Quota, ${at}`
  if (at && wait === 'backoff') return `Retrying at ${at}`
  return batchStateText(batch, pause)
}

/** Shown in place of the network's id while there is none. */
export function noReferenceText({ state, sentAt }: Pick<Batch, 'state' | 'sentAt'>): string {
  if (state === 'cancelled') return 'never sent'
  if (state === 'rejected') return sentAt ? 'not accepted' : 'never sent'
  if (state === 'sending') return 'being sent'
  if (state === 'finished' && !sentAt) return 'never sent'
  return sentAt ? 'not known' : 'not sent yet'
}
