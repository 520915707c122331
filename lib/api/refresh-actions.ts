import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { RefreshDetail } from '../domain/refreshes/model-schema.ts'
import type {
  CancelledRefresh,
  DecideBatch,
  RetryPlan,
  RetryRefreshes,
  StartedRefreshes,
} from '../domain/refreshes/requests-schema.ts'
import { detailsKey, refreshesKey } from './refresh-keys.ts'
import { takeDetail } from './refresh-news.ts'
import { request } from './request.ts'

const pathOf = (id: string) => `/api/refreshes/${encodeURIComponent(id)}`

const courseMutation = (act: 'pause' | 'resume') =>
  mutationOptions({
    mutationKey: [...refreshesKey, act] as const,
    mutationFn: ({ id }: { id: string }) =>
      request<RefreshDetail>(`${pathOf(id)}/${act}`, { method: 'POST', body: {} }),
    onSuccess: (refresh, _input, _result, { client }) => takeDetail(client, refresh),
  })

export const pauseRefreshMutation = () => courseMutation('pause')
export const resumeRefreshMutation = () => courseMutation('resume')

export const cancelRefreshMutation = () =>
  mutationOptions({
    mutationKey: [...refreshesKey, 'cancel'] as const,
    mutationFn: ({ id }: { id: string }) =>
      request<CancelledRefresh>(`${pathOf(id)}/cancel`, { method: 'POST', body: {} }),
    onSuccess: ({ refresh }, _input, _result, { client }) => takeDetail(client, refresh),
  })

type Decision = { id: string; position: number; decision: DecideBatch }

export const decideBatchMutation = () =>
  mutationOptions({
    mutationKey: [...refreshesKey, 'decide'] as const,
    mutationFn: ({ id, position, decision }: Decision) =>
      request<void>(`${pathOf(id)}/batches/${position}/decision`, {
        method: 'POST',
        body: decision,
      }),
    onSettled: (_answer, _error, _input, _result, { client }) =>
      client.invalidateQueries({ queryKey: detailsKey }),
  })

export const searchNowMutation = () =>
  mutationOptions({
    mutationKey: [...refreshesKey, 'search-now'] as const,
    mutationFn: ({ id, position }: { id: string; position: number }) =>
      request<void>(`${pathOf(id)}/batches/${position}/search`, { method: 'POST', body: {} }),
    onSettled: (_answer, _error, _input, _result, { client }) =>
      client.invalidateQueries({ queryKey: detailsKey }),
  })

/** What a retry would take and leave out; asked again whenever somebody is about to press it. */
export const retryPlanQuery = (input: RetryRefreshes) =>
  queryOptions({
    queryKey: [...refreshesKey, 'retry-plan', input] as const,
    queryFn: ({ signal }) =>
      request<RetryPlan>('/api/refreshes/retry/plan', { method: 'POST', body: input, signal }),
    staleTime: 5_000,
  })

/** The key is made once per intention, so that a second click starts nothing twice. */
type Retry = { input: RetryRefreshes; idempotencyKey: string }

export const retryRefreshesMutation = () =>
  mutationOptions({
    mutationKey: [...refreshesKey, 'retry'] as const,
    mutationFn: ({ input, idempotencyKey }: Retry) =>
      request<StartedRefreshes>('/api/refreshes/retry', { method: 'POST', body: input, idempotencyKey }),
    onSuccess: (_started, _input, _result, { client }) =>
      client.invalidateQueries({ queryKey: refreshesKey }),
  })
