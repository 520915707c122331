import type { RefreshSummary } from '@/lib/domain/refreshes/model-schema.ts'

type Refresh = Pick<RefreshSummary, 'id' | 'retryOf'>
export type ThreadRow<R> = {
  refresh: R
  /** 0 for what was first, 1 for its retries, 2 for theirs. */
  depth: number
}
export type Thread<R> = { newest: R; rows: ThreadRow<R>[] }

/** Deeper ones stand with these: a phone has no room to indent further. */
const DEEPEST = 2

/**
 * Of a list with the newest first: retries under what they retried, in the order in which they were made; the thread
 * with the newest refresh first. One that retried several stands under the newest of those in the list, one that retried
 * none of them on its own.
 */
export function threadsOf<R extends Refresh>(newestFirst: readonly R[]): Thread<R>[] {
  const retries = Map.groupBy(newestFirst.toReversed(), (refresh) => parentOf(refresh, newestFirst))
  const below = (refresh: R, depth: number): ThreadRow<R>[] => [
    { refresh, depth: Math.min(depth, DEEPEST) },
    ...(retries.get(refresh) ?? []).flatMap((retry) => below(retry, depth + 1)),
  ]
  const threads = (retries.get(null) ?? []).map((first) => below(first, 0))
  const threadOf = new Map(threads.flatMap((rows) => rows.map(({ refresh }) => [refresh, rows])))
  const met = new Set<ThreadRow<R>[]>()
  return newestFirst.flatMap((newest) => {
    const rows = threadOf.get(newest)
    if (!rows || met.has(rows)) return []
    met.add(rows)
    return { newest, rows }
  })
}

/** Only what is older counts, so that no two stand under each other. */
function parentOf<R extends Refresh>(refresh: R, newestFirst: readonly R[]): R | null {
  const retried = new Set(refresh.retryOf.map(({ id }) => id))
  const older = newestFirst.slice(newestFirst.indexOf(refresh) + 1)
  return older.find(({ id }) => retried.has(id)) ?? null
}
