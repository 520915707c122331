import { isRetryableCause } from './cause-of.ts'

type Failed = { tokenId: string; cause: string | null; hasSucceededSince: boolean; isRefreshing: boolean }

export type LeftOut = { notRetryable: number; succeededSince: number; refreshing: number }

/** Which failed tokens a retry takes, and how many it leaves out, each for the first reason that holds. */
export function chooseRetries(failed: readonly Failed[]): { ids: string[]; leftOut: LeftOut } {
  const ids: string[] = []
  const leftOut = { notRetryable: 0, succeededSince: 0, refreshing: 0 }
  for (const token of failed) {
    if (token.hasSucceededSince) leftOut.succeededSince += 1
    else if (token.isRefreshing) leftOut.refreshing += 1
    else if (token.cause !== null && !isRetryableCause(token.cause)) leftOut.notRetryable += 1
    else ids.push(token.tokenId)
  }
  return { ids, leftOut }
}
