import { readAnswer } from '../../networks/origin/answer/read-answer.ts'
import type { Finding } from '../../networks/origin/finding-schema.ts'
import type { Failure } from './failure-schema.ts'
import { parseCause } from './parse-cause.ts'

type Kept = Pick<Failure, 'cause' | 'url' | 'httpStatus' | 'body' | 'bodyBytes' | 'isTruncated'>

/** What the kept part of a failure's body shows: the place of a mistake, a redirect's target, and what else is odd. */
export function explainFailure({ cause, url, httpStatus, body, bodyBytes, isTruncated }: Kept): Finding[] {
  const { errorCode, fault } = parseCause(cause)
  const isUnreadable = errorCode === 'unable_to_decode_response'
  if (body === null || !(isUnreadable || errorCode === 'invalid_response_status_code')) return []
  const { findings } = readAnswer({ url, status: isUnreadable ? 200 : httpStatus, body, bytes: bodyBytes })
  return findings.flatMap((finding) => {
    if (finding.kind !== 'cut_off') return finding
    // The desk itself may have cut what it keeps.
    if (isTruncated && fault !== 'cut_off') return []
    return { ...finding, bytes: bodyBytes }
  })
}
