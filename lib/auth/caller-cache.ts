import 'server-only'
import { sharedTtlCache } from '../core/ttl-cache.ts'

const LIMITS = { ttlMs: 1_000, max: 200 }

/**
 * Who showed a cookie or a token a moment ago. A page asks for several things at once, and a script many times a second.
 */
export const callerCache = <Caller>(by: 'session' | 'token') =>
  sharedTtlCache<Caller | null>(`callers by ${by}`, LIMITS)

/** After members, sessions or tokens changed. Other instances follow within a second. */
export function clearCallerCache(): void {
  callerCache('session').forget()
  callerCache('token').forget()
}
