import 'server-only'
import { dayStarts } from '../../../core/zoned-days.ts'
import { tallyDays as readDays } from '../../../db/batches/tally-days.ts'
import { countFailing } from '../../../db/tokens/count-failing.ts'
import type { DaysQuery, DayTallies } from '../../../domain/refreshes/activity/team-activity-schema.ts'
import { requireRole, type ServiceContext } from '../../context.ts'

const DAYS = 7
const MOST_COUNTED = 10_000

/** What became of tokens in the last seven days of a time zone, and how many fail now. */
export async function tallyDays(ctx: ServiceContext, { zone }: DaysQuery): Promise<DayTallies> {
  requireRole(ctx, 'viewer')
  const starts = dayStarts(ctx.now(), zone, DAYS)
  const tallies = await readDays(ctx.db, starts)
  const failing = await countFailing(ctx.db, MOST_COUNTED + 1)
  return {
    days: starts.map((start, at) => ({
      from: start.toISOString(),
      refreshed: tallies[at]?.refreshed ?? 0,
      failed: tallies[at]?.failed ?? 0,
    })),
    failing: { tokens: Math.min(failing, MOST_COUNTED), isMore: failing > MOST_COUNTED },
  }
}
