import 'server-only'
import type { NewFailure } from '../../../db/tokens/failures.ts'
import { causeOf } from '../../../domain/failures/cause-of.ts'
import { failureBody } from '../../../domain/failures/failure-body.ts'
import type { TokenFailure } from '../../../networks/provider/token-failure.ts'

const LONGEST_CODE = 100
const LONGEST_URL = 2_000

const isStatus = (value: number) => value >= 100 && value <= 999

/** A failure as it is stored, cut to what the columns hold. */
export function toNewFailure(error: TokenFailure, now: Date): NewFailure {
  const { tokenId, url, body } = error
  const errorCode = error.errorCode.slice(0, LONGEST_CODE).toWellFormed()
  // No server answers anything else, and the column could not hold it.
  const httpStatus = error.httpStatus !== null && isStatus(error.httpStatus) ? error.httpStatus : null
  return {
    tokenId,
    cause: causeOf({ errorCode, httpStatus, url, body }),
    errorCode,
    url: url?.slice(0, LONGEST_URL).toWellFormed() ?? null,
    httpStatus,
    ...failureBody(body),
    at: error.at ? new Date(error.at) : now,
  }
}
