import { parseJson } from '../../../core/parse-json.ts'
import type { ForwardedAnswer } from '../../http/forwarding.ts'
import { UpstreamError } from '../../http/upstream-error.ts'
import type { Receipt } from '../../provider/refresher.ts'
import { toAnswerError } from './answer-error.ts'
import { CreatedRefresh, toReceipt } from './create-refresh.ts'

const WHAT = 'POST /v1/metadata-refreshes'

/** What the answer to a submission that was passed on says; throws what `createRefresh` would have thrown. */
export function readCreated(answer: ForwardedAnswer): Receipt {
  const text = new TextDecoder().decode(answer.body)
  if (answer.status !== 202) throw toAnswerError(answer, text, WHAT, answer.receivedAt)
  const created = CreatedRefresh.safeParse(parseJson(text))
  if (created.success) return toReceipt(created.data, answer)
  const invalid = { kind: 'invalid_response', httpStatus: answer.status, isWritten: true } as const
  throw new UpstreamError(`${WHAT} was answered with something unreadable.`, invalid)
}
