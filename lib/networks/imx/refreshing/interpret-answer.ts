import type { AnswerFacts, AnswerSituation, Outcome } from '../../../domain/batches/outcome.ts'
import { backOff, untilReset } from '../../../domain/batches/put-off.ts'

const REJECTIONS = [400, 404, 413, 422]

/** What is not certain to be refused counts as unknown, because the network may have accepted it. */
export function interpretAnswer(facts: AnswerFacts, situation: AnswerSituation): Outcome {
  const { httpStatus } = facts
  if (httpStatus === null) {
    return facts.isWritten ? { to: 'lost', endsCredential: false } : backOff(facts, situation)
  }
  if (REJECTIONS.includes(httpStatus) || (httpStatus >= 300 && httpStatus < 400)) {
    return { to: 'rejected', endsCredential: false }
  }
  if (httpStatus === 401 || httpStatus === 403) {
    if (situation.isFirstUse) return { to: 'rejected', endsCredential: true }
    return { to: 'planned', wait: 'authority', notBefore: null, endsCredential: true }
  }
  if (httpStatus === 429) return facts.isQuota ? untilReset(facts, situation) : backOff(facts, situation)
  return { to: 'lost', endsCredential: false }
}
