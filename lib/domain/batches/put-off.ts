import { backoffMs } from '../../core/backoff.ts'
import type { AnswerFacts, AnswerSituation, Outcome } from './outcome.ts'

const LONGEST_QUOTA_MS = 65 * 60_000

/** The batch goes out again after a while that grows with its tries, and no sooner than the network asks for. */
export function backOff({ retryAfterSeconds }: AnswerFacts, { tries, now }: AnswerSituation): Outcome {
  const waitMs = Math.max(backoffMs(tries), (retryAfterSeconds ?? 0) * 1000)
  return {
    to: 'planned',
    wait: 'backoff',
    notBefore: new Date(now.getTime() + waitMs),
    endsCredential: false,
  }
}

/** A reset that our clock takes for past, or for far away, must neither spin nor sleep for ever. */
export function untilReset({ resetsAt }: AnswerFacts, { tries, now }: AnswerSituation): Outcome {
  const soonest = now.getTime() + backoffMs(tries)
  const reset = Math.min(resetsAt?.getTime() ?? soonest, now.getTime() + LONGEST_QUOTA_MS)
  const notBefore = new Date(Math.max(reset, soonest))
  return { to: 'planned', wait: 'quota', notBefore, endsCredential: false }
}
