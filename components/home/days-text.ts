import type { DayTallies } from '@/lib/domain/refreshes/activity/team-activity-schema.ts'
import { formatCount, formatShare } from '@/lib/format/count.ts'
import { formatWeekday } from '@/lib/format/day.ts'

type Days = DayTallies['days']

/** `Tue`, and `Today` for the last. */
export const dayNames = (days: Days, zone?: string): string[] =>
  days.map(({ from }, at) => (at === days.length - 1 ? 'Today' : formatWeekday(from, zone)))

/** The numbers of the plot in words. */
export const daysText = (days: Days, zone?: string): string =>
  dayNames(days, zone)
    .map((name, at) => {
      const { refreshed = 0, failed = 0 } = days[at] ?? {}
      return `${name} ${formatCount(refreshed)} refreshed, ${formatCount(failed)} failed`
    })
    .join('; ')

export function sumDays(days: Days): { refreshed: number; failed: number; share: string | null } {
  const refreshed = days.reduce((sum, day) => sum + day.refreshed, 0)
  const failed = days.reduce((sum, day) => sum + day.failed, 0)
  const all = refreshed + failed
  return { refreshed, failed, share: all === 0 ? null : formatShare(refreshed, all) }
}
