import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { isFinished } from '../domain/batches/state.ts'
import type { RefreshDetail, RefreshPage, RefreshSummary } from '../domain/refreshes/model-schema.ts'
import { activityKey } from './activity-keys.ts'
import { collectionListsKey } from './collection-keys.ts'
import { currentKey, detailsKey, listsKey } from './refresh-keys.ts'

/** Answers may overtake each other on their way; the higher version counts. */
export const newer = <T extends { version: number }>(known: T | undefined, given: T): T =>
  known && known.version > given.version ? known : given

/** What an answer or the stream says of one refresh, for its page and for every list that shows it. */
export function takeDetail(client: QueryClient, detail: RefreshDetail): void {
  for (const [queryKey, known] of client.getQueriesData<RefreshDetail>({ queryKey: detailsKey })) {
    if (known?.id === detail.id) client.setQueryData(queryKey, newer(known, detail))
  }
  takeNews(client, [toSummary(detail)])
}

/** What lists keep of a refresh. */
function toSummary({
  batches,
  causes,
  activity,
  quota,
  quotaUse,
  timetable,
  signature,
  retries,
  now,
  ...summary
}: RefreshDetail): RefreshSummary {
  return summary
}

/**
 * What an answer or the stream says of some refreshes, for every list that shows them; the page of one that is behind
 * asks again, and so do cards of collections and what Home tells when one begins, ends or waits. So no two places go on saying different
 * things of one refresh. Returns them as they are known now.
 */
export function takeSummaries(
  client: QueryClient,
  items: readonly RefreshSummary[],
  known = knownSummaries(client),
): RefreshSummary[] {
  const newest = items.map((item) => newer(known.get(item.id), item))
  const news = new Map(newest.map((item) => [item.id, item]))
  const isOld = ({ id, version }: RefreshSummary) => version < (news.get(id)?.version ?? 0)
  const withNews = (item: RefreshSummary) => newer(news.get(item.id), item)
  patch<RefreshSummary[]>(client, currentKey, (current) => {
    const ids = new Set(current.map(({ id }) => id))
    const added = newest.filter(({ id, state }) => !ids.has(id) && !isFinished(state))
    if (added.length === 0 && !current.some(isOld)) return current
    return [...current.map(withNews), ...added].sort(newestFirst)
  })
  patch<RefreshPage>(client, listsKey, (page) =>
    page.items.some(isOld) ? { ...page, items: page.items.map(withNews) } : page,
  )
  for (const [queryKey, detail] of client.getQueriesData<RefreshDetail>({ queryKey: detailsKey })) {
    if (detail && isOld(detail)) void client.invalidateQueries({ queryKey, exact: true })
  }
  const isTurn = ({ id, state }: RefreshSummary) =>
    known.has(id) ? known.get(id)?.state !== state : !isFinished(state)
  if (known.size > 0 && newest.some(isTurn)) {
    void client.invalidateQueries({ queryKey: collectionListsKey })
    void client.invalidateQueries({ queryKey: activityKey })
  }
  return newest
}

/** What was not asked for by a list: those with filters ask again when a refresh begins or ceases to match. */
export function takeNews(client: QueryClient, items: readonly RefreshSummary[]): RefreshSummary[] {
  const before = knownSummaries(client)
  const read = takeSummaries(client, items, before)
  if (read.some((item) => !isAlike(before.get(item.id), item)))
    void client.invalidateQueries({ queryKey: listsKey, predicate: ({ queryKey }) => isFiltered(queryKey) })
  return read
}

/** Whether filters cannot tell them apart. */
const isAlike = (known: RefreshSummary | undefined, { state, needs }: RefreshSummary): boolean =>
  known?.state === state && known.needs.join() === needs.join()

const standing = ['state', 'needs', 'problems']
/** Whether a list has only refreshes that stand in some way, which news of one may change. */
function isFiltered(queryKey: QueryKey): boolean {
  const search = new URLSearchParams(String(queryKey.at(-1)))
  return standing.some((name) => search.has(name))
}

/** What the list of refreshes streams: first what is current, then what changed. */
export function takeChanged(client: QueryClient, items: readonly RefreshSummary[]): void {
  const read = takeNews(client, items)
  const ids = new Set(read.map(({ id }) => id))
  client.setQueryData<RefreshSummary[]>(currentKey, (known = []) =>
    [...read, ...known.filter(({ id }) => !ids.has(id))].sort(newestFirst),
  )
  const isNewTo = ({ items: [newest] }: RefreshPage) =>
    read.some((item) => !newest || newestFirst(item, newest) < 0)
  const pages = client.getQueriesData<RefreshPage>({ queryKey: listsKey })
  if (pages.some(([, page]) => page && isNewTo(page))) void client.invalidateQueries({ queryKey: listsKey })
}

function knownSummaries(client: QueryClient): Map<string, RefreshSummary> {
  const pages = client.getQueriesData<RefreshPage>({ queryKey: listsKey })
  const current = client.getQueryData<RefreshSummary[]>(currentKey) ?? []
  const known = new Map<string, RefreshSummary>()
  for (const item of [...current, ...pages.flatMap(([, page]) => page?.items ?? [])])
    known.set(item.id, newer(known.get(item.id), item))
  return known
}

/** News of a part of a list makes the rest no fresher. */
function patch<T>(client: QueryClient, prefix: QueryKey, change: (known: T) => T): void {
  for (const { queryKey, state } of client.getQueryCache().findAll({ queryKey: prefix })) {
    // The key says what the data is.
    const known = state.data as T | undefined
    const next = known && change(known)
    if (next !== known) client.setQueryData(queryKey, next, { updatedAt: state.dataUpdatedAt })
  }
}

/** The order of the history. */
export const newestFirst = (a: RefreshSummary, b: RefreshSummary): number =>
  Date.parse(b.createdAt) - Date.parse(a.createdAt) || b.number - a.number
