import 'server-only'
import { daysQuery, forecastsQuery, teamActivityQuery } from '@/lib/api/activity.ts'
import { ForecastList } from '@/lib/domain/refreshes/forecasts-schema.ts'
import { DayTallies, TeamActivity } from '@/lib/domain/refreshes/team-activity-schema.ts'
import { listForecasts } from '@/lib/services/refreshes/list-forecasts.ts'
import { listTeamActivity } from '@/lib/services/refreshes/list-team-activity.ts'
import { tallyDays } from '@/lib/services/refreshes/tally-days.ts'
import { prefetch } from './prefetch.ts'

export const teamActivity = () => prefetch(teamActivityQuery(), TeamActivity, listTeamActivity)

export const days = (zone: string) => prefetch(daysQuery(zone), DayTallies, (ctx) => tallyDays(ctx, { zone }))

export const forecasts = () => prefetch(forecastsQuery(), ForecastList, listForecasts)
