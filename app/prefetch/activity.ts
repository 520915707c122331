import 'server-only'
import { daysQuery, forecastsQuery, teamActivityQuery } from '@/lib/api/activity.ts'
import { DayTallies, TeamActivity } from '@/lib/domain/refreshes/activity/team-activity-schema.ts'
import { ForecastList } from '@/lib/domain/refreshes/forecast/forecasts-schema.ts'
import { listTeamActivity } from '@/lib/services/refreshes/activity/list-team-activity.ts'
import { tallyDays } from '@/lib/services/refreshes/activity/tally-days.ts'
import { listForecasts } from '@/lib/services/refreshes/forecast/list-forecasts.ts'
import { prefetch } from './prefetch.ts'

export const teamActivity = () => prefetch(teamActivityQuery(), TeamActivity, listTeamActivity)

export const days = (zone: string) => prefetch(daysQuery(zone), DayTallies, (ctx) => tallyDays(ctx, { zone }))

export const forecasts = () => prefetch(forecastsQuery(), ForecastList, listForecasts)
