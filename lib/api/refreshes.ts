import { infiniteQueryOptions, keepPreviousData, mutationOptions, queryOptions } from '@tanstack/react-query'
import type { FailedIds, FailurePage } from '../domain/failures/failure-schema.ts'
import type { RefreshDetail, RefreshPage, RefreshSummary } from '../domain/refreshes/model-schema.ts'
import type { PlanRefresh, RefreshPlan, SubmitRefresh } from '../domain/refreshes/submission-schema.ts'
import { detailsKey, listsKey, refreshesKey } from './refresh-keys.ts'
import { newer, takeDetail, takeSummaries } from './refresh-news.ts'
import { request } from './request.ts'

/** `id` may also be a number as people write it. */
export const refreshQuery = (id: string) =>
  queryOptions({
    queryKey: [...detailsKey, id] as const,
    queryFn: async ({ signal, client, queryKey }) => {
      const given = await request<RefreshDetail>(`/api/refreshes/${encodeURIComponent(id)}`, { signal })
      takeDetail(client, given)
      return newer(client.getQueryData<RefreshDetail>(queryKey), given)
    },
  })

/** `search` is the query of `GET /api/refreshes`. The page before stays until the new one is there. */
export const refreshesQuery = (search: URLSearchParams) => {
  const text = search.toString()
  return queryOptions({
    queryKey: [...listsKey, text] as const,
    queryFn: async ({ signal, client }) => {
      const page = await request<RefreshPage>(`/api/refreshes?${text}`, { signal })
      return { ...page, items: takeSummaries(client, page.items) }
    },
    placeholderData: keepPreviousData,
  })
}

type FailureFilter = { cause?: string; tokenId?: string }

export const failuresQuery = (id: string, filter: FailureFilter = {}) =>
  infiniteQueryOptions({
    queryKey: [...refreshesKey, 'failures', id, filter] as const,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const search = new URLSearchParams({ ...filter, ...(pageParam !== null && { cursor: pageParam }) })
      return request<FailurePage>(`/api/refreshes/${encodeURIComponent(id)}/failures?${search}`, { signal })
    },
    getNextPageParam: (page) => page.nextCursor,
  })

/** Of one cause, or of all when it is null. */
export const failedIdsQuery = (id: string, cause: string | null) =>
  queryOptions({
    queryKey: [...refreshesKey, 'failed-ids', id, cause] as const,
    queryFn: ({ signal }) => {
      const search = new URLSearchParams(cause === null ? {} : { cause })
      return request<FailedIds>(`/api/refreshes/${encodeURIComponent(id)}/failures/ids?${search}`, { signal })
    },
  })

const REPLAN_MS = 60_000
/** A long list is work for the server each time. */
const LONG_LIST = 10_000
const REPLAN_LONG_MS = 300_000

/**
 * `review` names the one list that is reviewed: a hundred thousand ids are no key. What it says of quota and finish
 * is true for a short time only, so it is asked again while somebody looks at it.
 */
export const planQuery = (review: string, body: PlanRefresh) =>
  queryOptions({
    queryKey: [...refreshesKey, 'plan', review] as const,
    queryFn: ({ signal }) => request<RefreshPlan>('/api/refreshes/plan', { method: 'POST', body, signal }),
    staleTime: 0,
    refetchInterval: ({ state }) => ((state.data?.tokens ?? 0) > LONG_LIST ? REPLAN_LONG_MS : REPLAN_MS),
  })

/** The key is made once per intention, so that a second click submits nothing twice. */
type Submit = { input: SubmitRefresh; idempotencyKey: string }

export const submitRefreshMutation = () =>
  mutationOptions({
    mutationKey: [...refreshesKey, 'submit'] as const,
    mutationFn: ({ input, idempotencyKey }: Submit) =>
      request<RefreshSummary>('/api/refreshes', { method: 'POST', body: input, idempotencyKey }),
    onSuccess: (_refresh, _input, _result, { client }) =>
      client.invalidateQueries({ queryKey: refreshesKey }),
  })

export const editNoteMutation = () =>
  mutationOptions({
    mutationKey: [...refreshesKey, 'note'] as const,
    mutationFn: ({ id, note }: { id: string; note: string }) =>
      request<RefreshDetail>(`/api/refreshes/${id}`, { method: 'PATCH', body: { note } }),
    onSuccess: (refresh, _input, _result, { client }) => {
      takeDetail(client, refresh)
      return client.invalidateQueries({ queryKey: listsKey })
    },
  })
