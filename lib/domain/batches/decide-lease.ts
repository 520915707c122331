import { allowance, type KnownQuota } from './allowance.ts'
import { orderForSending, type Sendable } from './order-for-sending.ts'

/** What is true while the sending of the project stands still. */
export type LeaseFacts<Batch> = {
  /** Requests of the project that are on their way. */
  sending: number
  /** Lost batches of its collection keep it from being sent, as `isHeldBack` says. */
  isHeldBack: boolean
  /** Batches of the project that are planned now. */
  planned: readonly Batch[]
  quota: KnownQuota | null
  /** Requests that the headers of `quota` do not cover. */
  spent: number
}

export type LeaseDecision<Batch> =
  /** With those that waited for a quota that is there again. */
  | { to: 'lease'; released: Batch[] }
  /** Somebody has paused, cancelled or leased it since the caller read it. */
  | { to: 'leave' }
  /** It waits for a search or a decision. */
  | { to: 'hold' }
  | { to: 'ask_again'; at: Date }
  | { to: 'wait_for_quota'; until: Date; batches: Batch[] }

const ASK_AGAIN_MS = 2_000

/** Whether a batch may go out now: one of a project at a time, none that a lost one keeps back, none beyond the quota. */
export function decideLease<Batch extends Sendable & { id: string }>(
  batchId: string,
  { sending, isHeldBack, planned, quota, spent }: LeaseFacts<Batch>,
  now: Date,
): LeaseDecision<Batch> {
  if (sending > 0) return { to: 'ask_again', at: new Date(now.getTime() + ASK_AGAIN_MS) }
  if (isHeldBack) return { to: 'hold' }
  if (!planned.some(({ id }) => id === batchId)) return { to: 'leave' }
  if (quota && allowance(quota, spent, now) === 0)
    return { to: 'wait_for_quota', until: quota.resetsAt, batches: orderForSending(planned, now) }
  const released = planned.filter(
    ({ wait, notBefore, id }) => wait === 'quota' && (notBefore ?? now) <= now && id !== batchId,
  )
  return { to: 'lease', released }
}
