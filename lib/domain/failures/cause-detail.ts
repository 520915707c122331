import type { Cause } from './failure-schema.ts'

/** What tells this cause from others with the same title. */
export const causeDetail = ({
  errorCode,
  httpStatus,
  host,
}: Pick<Cause, 'errorCode' | 'httpStatus' | 'host'>): string =>
  [errorCode, httpStatus, host].filter((part) => part !== null).join(', ')
