import { faultKinds } from '../../networks/origin/finding.ts'
import type { Cause } from './failure-schema.ts'

export const SEPARATOR = '~'

/** What a cause's key says. A fault that is not known any more, as older versions wrote them, is null. */
export function parseCause(key: string): Pick<Cause, 'errorCode' | 'httpStatus' | 'fault' | 'host'> {
  const [errorCode = '', status = '', fault = '', host = ''] = key.split(SEPARATOR)
  return {
    errorCode,
    httpStatus: status === '' ? null : Number(status),
    fault: faultKinds.find((kind) => kind === fault) ?? null,
    host: host || null,
  }
}

/** Whether refreshing again can mend it: Immutable will not come to know a token by being asked twice. */
export const isRetryableCause = (key: string): boolean => parseCause(key).errorCode !== 'token_not_found'
