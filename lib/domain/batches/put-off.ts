import { backoffMs } from '../../core/backoff.ts'
import type { AnswerFacts, AnswerSituation, Outcome } from './outcome.ts'

const LONGEST_QUOTA_MS = 65 * 60_000

/** No family may ask for longer: a pause beyond `LONGEST_BACKOFF_MS` counts as none. */
const LONGEST_ASKED_SECONDS = 600

/** For how long to pause after so many tries, `askedSeconds` being what the other side asks for. */
export const putOffMs = (tries: number, askedSeconds: number | null): number =>
  Math.max(backoffMs(tries), Math.min(askedSeconds ?? 0, LONGEST_ASKED_SECONDS) * 1_000)

/** The batch goes out again after a while that grows with its tries, and no sooner than the network asks for. */
export function backOff({ retryAfterSeconds }: AnswerFacts, { tries, now }: AnswerSituation): Outcome {
  const waitMs = putOffMs(tries, retryAfterSeconds)
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
