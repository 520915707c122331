import type { Outcome } from '../batches/outcome.ts'
import { cleanText } from '../failures/failure-body.ts'

type Refusal = { httpStatus: number | null; upstreamMessage: string | null; upstreamCode: string | null }

const LONGEST_REASON = 500

/** Why a batch is not accepted, or not known to be: in the network's own words where it has any. */
export function refusalReason(
  { to }: Pick<Outcome, 'to'>,
  { httpStatus, upstreamMessage, upstreamCode }: Refusal,
): string {
  if (to === 'lost') {
    return httpStatus === null
      ? 'The answer to this request was lost.'
      : `The network answered ${httpStatus}, which doesn’t say whether it accepted the request.`
  }
  if (httpStatus === null) return 'Nothing was sent: the network could not be reached in time.'
  const words = upstreamMessage || upstreamCode || `The network answered ${httpStatus}.`
  return cleanText(words.slice(0, LONGEST_REASON))
}
