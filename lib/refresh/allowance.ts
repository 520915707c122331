export type KnownQuota = { limit: number; remaining: number; resetsAt: Date; seenAt: Date }

/**
 * How many requests may go out now. Null when nothing is known of this hour: then one may, whose answer tells.
 * `spentSince` counts requests whose outcome those headers do not cover, unknown ones above all.
 */
export function allowance(quota: KnownQuota | null, spentSince: number, now: Date): number | null {
  if (!quota || quota.resetsAt <= now) return null
  return Math.max(0, quota.remaining - spentSince)
}
