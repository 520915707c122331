import { allowance, type KnownQuota } from './allowance.ts'

type PlanInput = {
  tokens: number
  batchSize: number
  quota: KnownQuota | null
  /** Requests that are already promised to other refreshes of the project. */
  reserved: number
  now: Date
}

/** What a submission costs, and how much of it goes out before the reset; null when the quota is not known. */
export function planRequests({ tokens, batchSize, quota, reserved, now }: PlanInput) {
  const requests = Math.ceil(tokens / batchSize)
  const left = allowance(quota, reserved, now)
  return { requests, sendsNow: left === null ? null : Math.min(requests, left) }
}
