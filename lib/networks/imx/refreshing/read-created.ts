import { parseJson } from '../../../core/parse-json.ts'
import { UpstreamError } from '../../http/upstream-error.ts'
import type { ForwardedAnswer } from '../dialect/forward.ts'
import { toAnswerError } from './answer-error.ts'
import { type AcceptedRefresh, CreatedRefresh, toAccepted } from './create-refresh.ts'

const WHAT = 'POST /v1/metadata-refreshes'

/** What the answer to a submission that was passed on says; throws what `createRefresh` would have thrown. */
export function readCreated(answer: ForwardedAnswer): AcceptedRefresh {
  const text = new TextDecoder().decode(answer.body)
  if (answer.status !== 202) throw toAnswerError(answer, text, WHAT, answer.receivedAt)
  const created = CreatedRefresh.safeParse(parseJson(text))
  if (created.success) return toAccepted(created.data, answer)
  const nonsense = { kind: 'nonsense', httpStatus: answer.status, isWritten: true } as const
  throw new UpstreamError(`${WHAT} was answered with something unreadable.`, nonsense)
}
