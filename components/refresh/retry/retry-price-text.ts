import type { Quota } from '@/lib/domain/networks/quota-schema.ts'
import { formatCount, plural } from '@/lib/format/count.ts'
import { formatClock } from '@/lib/format/time.ts'

/** What a retry uses of the quota: `1 of 12 requests`, and when more are available if too few are left. */
export function retryPriceText(requests: number, { remaining, resetsAt }: Quota): string {
  if (remaining === null) return `${plural(requests, 'request')}, quota not known yet`
  if (requests <= remaining) return `${formatCount(requests)} of ${plural(remaining, 'request')}`
  const left = remaining === 0 ? 'none left now' : `only ${formatCount(remaining)} left now`
  const reset = resetsAt ? `, more after ${formatClock(resetsAt)}` : ''
  return `${plural(requests, 'request')}; ${left}${reset}`
}
