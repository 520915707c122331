import { zoned } from './zone.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const shown = { day: 'numeric', month: 'short', year: 'numeric' } as const

/** `30 Nov 2026`: how days are shown and written here, in the person's own zone. */
export const formatDate = (day: Date, zone?: string): string => zoned(shown, zone).format(day)

/** `Tue`, in the person's own zone. */
export const formatWeekday = (iso: string, zone?: string): string =>
  zoned({ weekday: 'short' }, zone).format(new Date(iso))

const ways = [
  /^(?<day>\d{1,2})\.?\s+(?<word>[a-z]{3,9})\.?,?(?:\s+(?<year>\d{4}))?$/i,
  /^(?<word>[a-z]{3,9})\.?\s+(?<day>\d{1,2}),?(?:\s+(?<year>\d{4}))?$/i,
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/,
  /^(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?(?<year>\d{4})$/,
]

/**
 * The midnight that a written day names: `30 Nov 2026`, `30 Nov` of this year, `Nov 30, 2026`, `2026-11-30`,
 * `30.11.2026`. Null for everything else, `11/12/2026` too, which is another day on each side of an ocean.
 */
export function parseDate(text: string, now: Date): Date | null {
  const found = ways.map((way) => way.exec(text.trim())?.groups).find(Boolean)
  if (!found) return null
  const month = found.word ? months.indexOf(found.word.slice(0, 3).toLowerCase()) : Number(found.month) - 1
  const year = Number(found.year ?? now.getFullYear())
  const day = new Date(now)
  day.setHours(0, 0, 0, 0)
  day.setFullYear(year, month, Number(found.day))
  return year > 0 && month >= 0 && day.getMonth() === month ? day : null
}

/** The same hour some days later, or earlier. */
export function addDays(day: Date, count: number): Date {
  const other = new Date(day)
  other.setDate(day.getDate() + count)
  return other
}
