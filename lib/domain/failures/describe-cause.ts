import { describeStatus } from '../../networks/origin/answer/describe-status.ts'
import { describeFault, type FaultText } from '../../networks/origin/describe-fault.ts'
import { describeErrorCode } from './error-codes.ts'
import type { Cause } from './failure-schema.ts'

/** A cause in plain words: what was seen and what to do, as precisely as its key tells. */
export function describeCause({
  errorCode,
  httpStatus,
  fault,
}: Pick<Cause, 'errorCode' | 'httpStatus' | 'fault'>): FaultText {
  if (errorCode === 'invalid_response_status_code' && httpStatus !== null)
    return describeStatus(httpStatus, fault)
  const unreadable = errorCode === 'unable_to_decode_response' && fault ? describeFault(fault) : undefined
  return unreadable ?? describeErrorCode(errorCode)
}
