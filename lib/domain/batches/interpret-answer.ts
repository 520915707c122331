import { backoffMs } from '../../core/backoff.ts'

/** What is known about a submission that did not end in 202 with an id. */
export type AnswerFacts = {
  /** Null when no answer came. */
  httpStatus: number | null
  /** False only when not one byte of the request left this machine. */
  isWritten: boolean
  /** The answer named the hourly limit: by its headers or as `refresh_limit_exceeded`. */
  isQuota: boolean
  resetsAt: Date | null
  retryAfterSeconds: number | null
}

export type AnswerSituation = {
  /** The signature had never been accepted before. */
  isFirstUse: boolean
  /** Sendings of this batch so far, this one included. */
  tries: number
  now: Date
  /** Only the script decides whether its request is sent again: what was refused is over. */
  isOfScript: boolean
}

export type Outcome =
  | { to: 'rejected'; endsSignature: boolean }
  | { to: 'planned'; wait: 'authority'; notBefore: null; endsSignature: true }
  | { to: 'planned'; wait: 'quota' | 'backoff'; notBefore: Date; endsSignature: false }
  | { to: 'lost'; endsSignature: false }

const REJECTIONS = [400, 404, 413, 422]
const LONGEST_QUOTA_MS = 65 * 60_000

/** What a batch becomes; what is not certain to be refused counts as unknown, because it may have been accepted. */
export function interpretAnswer(facts: AnswerFacts, situation: AnswerSituation): Outcome {
  const outcome = interpret(facts, situation)
  const isOver = situation.isOfScript && outcome.to === 'planned'
  return isOver ? { to: 'rejected', endsSignature: outcome.endsSignature } : outcome
}

function interpret(facts: AnswerFacts, situation: AnswerSituation): Outcome {
  const { httpStatus } = facts
  if (httpStatus === null) {
    return facts.isWritten ? { to: 'lost', endsSignature: false } : backOff(facts, situation)
  }
  if (REJECTIONS.includes(httpStatus) || (httpStatus >= 300 && httpStatus < 400)) {
    return { to: 'rejected', endsSignature: false }
  }
  if (httpStatus === 401 || httpStatus === 403) {
    if (situation.isFirstUse) return { to: 'rejected', endsSignature: true }
    return { to: 'planned', wait: 'authority', notBefore: null, endsSignature: true }
  }
  if (httpStatus === 429) return facts.isQuota ? untilReset(facts, situation) : backOff(facts, situation)
  return { to: 'lost', endsSignature: false }
}

function backOff({ retryAfterSeconds }: AnswerFacts, { tries, now }: AnswerSituation): Outcome {
  const waitMs = Math.max(backoffMs(tries), (retryAfterSeconds ?? 0) * 1000)
  return { to: 'planned', wait: 'backoff', notBefore: new Date(now.getTime() + waitMs), endsSignature: false }
}

/** A reset that our clock takes for past, or for far away, must neither spin nor sleep for ever. */
function untilReset({ resetsAt }: AnswerFacts, { tries, now }: AnswerSituation): Outcome {
  const soonest = now.getTime() + backoffMs(tries)
  const reset = Math.min(resetsAt?.getTime() ?? soonest, now.getTime() + LONGEST_QUOTA_MS)
  return { to: 'planned', wait: 'quota', notBefore: new Date(Math.max(reset, soonest)), endsSignature: false }
}
