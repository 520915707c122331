import type { RetryPlan } from '@/lib/domain/refreshes/requests-schema.ts'
import { formatCount } from '@/lib/format/count.ts'

/** One sentence per reason why tokens are left out of a retry. */
export function leftOutText({ notRetryable, succeededSince, refreshing }: RetryPlan['leftOut']): string[] {
  return [
    notRetryable > 0
      ? `${formatCount(notRetryable)} left out: a retry cannot help ${notRetryable === 1 ? 'it' : 'them'}`
      : null,
    succeededSince > 0
      ? `${formatCount(succeededSince)} left out: a later refresh fixed ${succeededSince === 1 ? 'it' : 'them'}`
      : null,
    refreshing > 0
      ? `${formatCount(refreshing)} left out: ${refreshing === 1 ? 'it is' : 'they are'} being refreshed`
      : null,
  ].filter((words) => words !== null)
}
