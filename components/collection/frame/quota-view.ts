import type { Quota } from '../../../lib/domain/networks/quota-schema.ts'

export type QuotaView =
  | { isKnown: false; limit: number | null }
  | {
      isKnown: true
      limit: number
      used: number
      mine: number
      later: number
      left: number
      resetsAt: string
    }

/** How `requests` fit into the hour of the network's last headers; not known if that hour is over. */
export function viewQuota(quota: Quota, requests: number, now: Date): QuotaView {
  const { limit, remaining, resetsAt } = quota
  if (limit === null || remaining === null || resetsAt === null || Date.parse(resetsAt) <= now.getTime()) {
    return { isKnown: false, limit }
  }
  const left = Math.max(0, Math.min(limit, remaining))
  const mine = Math.min(requests, left)
  return {
    isKnown: true,
    limit,
    used: limit - left,
    mine,
    later: requests - mine,
    left: left - mine,
    resetsAt,
  }
}
