export type KnownQuota = { limit: number; remaining: number; resetsAt: Date; seenAt: Date }

const CLOCK_MS = 60_000

/**
 * How many requests may go out now. Null when nothing is known of this hour: then one may, whose answer tells.
 * A reading from the future was made by another clock, and says nothing either.
 * `spentSince` counts requests whose outcome those headers do not cover, unknown ones above all.
 */
export function allowance(quota: KnownQuota | null, spentSince: number, now: Date): number | null {
  if (!quota || quota.resetsAt <= now || quota.seenAt.getTime() > now.getTime() + CLOCK_MS) return null
  return Math.max(0, quota.remaining - spentSince)
}
