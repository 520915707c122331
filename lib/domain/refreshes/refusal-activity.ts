import type { Outcome } from '../batches/outcome.ts'
import type { WaitReason } from '../batches/state.ts'
import type { ActivityFact } from './activity/activity-schema.ts'

type Refused = { position: number; tokenCount: number; wait: WaitReason | null }
type Refusal = { reason: string; httpStatus: number | null }

/** What the history says of a refusal. Null where it says so already, or where the wait for a signature says it. */
export function refusalActivity(
  outcome: Exclude<Outcome, { to: 'lost' }>,
  { position, tokenCount, wait }: Refused,
  refusal: Refusal,
): ActivityFact | null {
  const data = { batch: position, tokens: tokenCount, ...refusal }
  if (outcome.to === 'rejected') return { kind: 'batch_rejected', data }
  if (outcome.wait === 'authority' || outcome.wait === wait) return null
  const until = outcome.notBefore.toISOString()
  if (outcome.wait === 'backoff') return { kind: 'backoff', data: { ...data, until } }
  return { kind: 'waiting_quota', data: { batches: 1, until } }
}
