import { formatClock, formatDuration, formatMoment } from './time.ts'
import { dayNumber } from './zone.ts'

const MINUTE_MS = 60_000

type Finish = { from: string; to: string } | null

/** A range of the clock, rounded outwards to minutes and never in the past, and how far away that is. */
export function finishText(finish: Finish, now: Date, zone?: string): { value: string; detail: string } {
  if (finish === null) return { value: 'not known yet', detail: 'not enough data yet' }
  const from = Math.max(Math.floor(Date.parse(finish.from) / MINUTE_MS) * MINUTE_MS, now.getTime())
  const to = Math.max(Math.ceil(Date.parse(finish.to) / MINUTE_MS) * MINUTE_MS, from)
  const isToday = dayNumber(new Date(to), zone) === dayNumber(now, zone)
  const [early, late] = [from, to].map((time) => formatClock(new Date(time).toISOString(), zone))
  const day = formatMoment(new Date(to).toISOString(), zone)
  const seconds = Math.max(0, (to - now.getTime()) / 1_000)
  return {
    value: !isToday ? `by ${day}` : early === late ? `by ${late}` : `${early} to ${late}`,
    detail: `in about ${formatDuration(seconds)}`,
  }
}
