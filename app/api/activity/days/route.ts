import { DaysQuery, DayTallies } from '@/lib/domain/refreshes/activity/team-activity-schema.ts'
import { route } from '@/lib/http/route.ts'
import { tallyDays } from '@/lib/services/refreshes/activity/tally-days.ts'

export const GET = route({ query: DaysQuery, response: DayTallies }, ({ ctx, query }) =>
  tallyDays(ctx, query),
)
