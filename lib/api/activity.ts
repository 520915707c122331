import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { DayTallies, TeamActivity } from '../domain/refreshes/activity/team-activity-schema.ts'
import type { ForecastList } from '../domain/refreshes/forecast/forecasts-schema.ts'
import { activityKey } from './activity-keys.ts'
import { request } from './request.ts'

const POLL_MS = 60_000
const FORECAST_POLL_MS = 15_000

/** All three are asked again too whenever a refresh begins, ends or waits. */
export const teamActivityQuery = () =>
  queryOptions({
    queryKey: [...activityKey, 'newest'] as const,
    queryFn: ({ signal }) => request<TeamActivity>('/api/activity', { signal }),
    refetchInterval: POLL_MS,
  })

/** Days begin at midnight of the zone. */
export const daysQuery = (zone: string) =>
  queryOptions({
    queryKey: [...activityKey, 'days', zone] as const,
    queryFn: ({ signal }) =>
      request<DayTallies>(`/api/activity/days?zone=${encodeURIComponent(zone)}`, { signal }),
    refetchInterval: POLL_MS,
    placeholderData: keepPreviousData,
  })

export const forecastsQuery = () =>
  queryOptions({
    queryKey: [...activityKey, 'forecasts'] as const,
    queryFn: ({ signal }) => request<ForecastList>('/api/refreshes/forecasts', { signal }),
    refetchInterval: FORECAST_POLL_MS,
  })
