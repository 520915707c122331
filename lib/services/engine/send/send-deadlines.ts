import 'server-only'
import type { Rules } from '../../context.ts'

const LONGEST_SEND_MS = 30_000

/** How long a request may take: over well before its absence from the network's list could count. */
export const sendTimeoutMs = ({ decideAfterMs }: Rules): number =>
  Math.min(LONGEST_SEND_MS, decideAfterMs / 2)

/** Shorter than a sending may take: whoever was frozen between the lease and the write finds its lease gone. */
export const leaseMs = (rules: Rules): number => Math.round(sendTimeoutMs(rules) * 0.8)

export const leaseEnd = (rules: Rules, now: Date): Date => new Date(now.getTime() + leaseMs(rules))
