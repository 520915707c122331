import { findFaults } from '../../networks/origin/answer/read-answer.ts'
import type { FaultKind } from '../../networks/origin/finding.ts'
import { SEPARATOR } from './parse-cause.ts'

type Reported = { errorCode: string; httpStatus: number | null; url: string | null; body: string | null }

const LONGEST_CODE = 60
const LONGEST_HOST = 200

/** The cause of every token of a batch that the network did not accept. */
export const notAcceptedCause = (httpStatus: number | null): string =>
  causeOf({ errorCode: 'not_accepted', httpStatus, url: null, body: null })

/** The key under which a failure is grouped; `parseCause` reads it back. At most 300 characters. */
export function causeOf(failure: Reported): string {
  const { errorCode, httpStatus, url } = failure
  const host = errorCode === 'token_not_found' ? '' : hostOf(url)
  const parts = [
    plain(errorCode, LONGEST_CODE),
    httpStatus ?? '',
    faultOf(failure) ?? '',
    plain(host, LONGEST_HOST),
  ]
  return parts.join(SEPARATOR)
}

/** Two faults are two causes only where they need different advice. */
function faultOf({ errorCode, httpStatus, url, body }: Reported): FaultKind | null {
  if (body === null) return null
  // What reads well here was refused there, for something that the network does not report.
  if (errorCode === 'unable_to_decode_response')
    return findFaults({ url, status: 200, body }).faults[0]?.kind ?? 'wrong_type'
  if (errorCode !== 'invalid_response_status_code' || httpStatus === null) return null
  const kind = findFaults({ url, status: httpStatus, body }).faults[0]?.kind
  return kind === 'bot_check' || kind === 'html' || kind === 'xml' ? kind : null
}

function hostOf(url: string | null): string {
  return url !== null && URL.canParse(url) ? new URL(url).host : ''
}

const plain = (text: string, longest: number) =>
  text
    .replace(/[~\s\p{Cc}]/gu, '_')
    .slice(0, longest)
    .toWellFormed()
