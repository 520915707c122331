import { isRetryableCause } from '../failures/parse-cause.ts'

type FailedToken = { cause: string | null; hasSucceededSince: boolean; isRefreshing: boolean }

/** Why a retry leaves a failed token out, the first reason that holds; null when it takes it. */
export function retryExclusion({
  cause,
  hasSucceededSince,
  isRefreshing,
}: FailedToken): 'succeededSince' | 'refreshing' | 'notRetryable' | null {
  if (hasSucceededSince) return 'succeededSince'
  if (isRefreshing) return 'refreshing'
  return cause === null || isRetryableCause(cause) ? null : 'notRetryable'
}
