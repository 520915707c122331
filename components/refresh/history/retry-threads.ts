import type { RefreshSummary } from '@/lib/domain/refreshes/model-schema.ts'

type Refresh = Pick<RefreshSummary, 'id' | 'createdAt' | 'retryOf'>
export type ThreadRow<R> = {
  refresh: R /** 0 for what was first, 1 for its retries, 2 for theirs. */
  depth: number
}
export type Thread<R> = { newestAt: string; rows: ThreadRow<R>[] }

/** Deeper ones stand with these: a phone has no room to indent further. */
const DEEPEST = 2

/**
 * Retries under what they retried, in the order in which they were made; the thread with the newest refresh first. One
 * that retried several stands under the newest of those in the list, one that retried none of them on its own.
 */
export function threadsOf<R extends Refresh>(refreshes: readonly R[]): Thread<R>[] {
  const oldestFirst = refreshes.toSorted((one, other) => compare(one.createdAt, other.createdAt))
  const retries = Map.groupBy(oldestFirst, (refresh) => parentOf(refresh, oldestFirst))
  const below = (refresh: R, depth: number): ThreadRow<R>[] => [
    { refresh, depth: Math.min(depth, DEEPEST) },
    ...(retries.get(refresh) ?? []).flatMap((retry) => below(retry, depth + 1)),
  ]
  const threads = (retries.get(null) ?? []).map((first) => {
    const rows = below(first, 0)
    const newestAt = rows.map(({ refresh }) => refresh.createdAt).reduce((one, other) => later(one, other))
    return { newestAt, rows }
  })
  return threads.toSorted((one, other) => compare(other.newestAt, one.newestAt))
}

/** Only what is older counts, so that no two stand under each other. */
function parentOf<R extends Refresh>({ createdAt, retryOf }: R, oldestFirst: readonly R[]): R | null {
  if (retryOf.length === 0) return null
  const retried = new Set(retryOf.map(({ id }) => id))
  return oldestFirst.findLast((one) => retried.has(one.id) && one.createdAt < createdAt) ?? null
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
const later = (one: string, other: string) => (one > other ? one : other)
