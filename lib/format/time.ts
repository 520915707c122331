import { dayNumber, zoned } from './zone.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const clock = { hour: '2-digit', minute: '2-digit' } as const
const clockSeconds = { ...clock, second: '2-digit' } as const
const day = { day: 'numeric', month: 'short' } as const
const dayYear = { ...day, year: 'numeric' } as const

/** The person's own hour, `14:26`. */
export const formatClock = (iso: string, zone?: string): string => zoned(clock, zone).format(new Date(iso))
export const formatClockSeconds = (iso: string, zone?: string): string =>
  zoned(clockSeconds, zone).format(new Date(iso))

/** `24 Nov 2026, 13:14:22` in the person's own zone. */
export const formatMoment = (iso: string, zone?: string): string =>
  `${zoned(dayYear, zone).format(new Date(iso))}, ${formatClockSeconds(iso, zone)}`

/** `2026-11-24 13:14:22 UTC`: the exact value, for titles. */
export const formatExact = (iso: string): string =>
  `${new Date(iso).toISOString().slice(0, 19).replace('T', ' ')} UTC`

/** `2 min ago` up to seven days, then the date. */
export function formatRelative(iso: string, now: Date, zone?: string): string {
  const seconds = Math.round((now.getTime() - new Date(iso).getTime()) / 1000)
  if (seconds < 5) return 'just now'
  if (seconds < 7 * DAY) return `${formatDuration(seconds)} ago`
  const yearOf = (date: Date) => zoned({ year: 'numeric' }, zone).format(date)
  const then = new Date(iso)
  return zoned(yearOf(then) === yearOf(now) ? day : dayYear, zone).format(then)
}

/** `2 min` for where there is no room to say `2 min ago`. */
export const formatAge = (iso: string, now: Date, zone?: string): string =>
  formatRelative(iso, now, zone).replace(/ ago$/, '')

/** `21 s`, `16 min`, `2 h`, `6 d`: one unit, rounded down. */
export function formatDuration(seconds: number): string {
  if (seconds < MINUTE) return `${Math.max(0, Math.floor(seconds))} s`
  if (seconds < HOUR) return `${Math.floor(seconds / MINUTE)} min`
  if (seconds < DAY) return `${Math.floor(seconds / HOUR)} h`
  return `${Math.floor(seconds / DAY)} d`
}

/** `14 s`, `2 min 14 s`, `1 h 5 min`, `2 d 3 h`: a time that people watch grow. */
export function formatSpan(seconds: number): string {
  const units: [number, number][] = [
    [DAY, HOUR],
    [HOUR, MINUTE],
    [MINUTE, 1],
  ]
  const [unit, part] = units.find(([size]) => seconds >= size) ?? [1, 0]
  const rest = part > 0 ? Math.floor(seconds % unit) : 0
  return rest >= part && part > 0
    ? `${formatDuration(seconds)} ${formatDuration(rest)}`
    : formatDuration(seconds)
}

/** `33:52` or `1:02:03`: what a countdown shows. */
export function formatCountdown(seconds: number): string {
  const left = Math.max(0, Math.ceil(seconds))
  const parts = [Math.floor((left % HOUR) / MINUTE), left % MINUTE].map((part) =>
    String(part).padStart(2, '0'),
  )
  return left >= HOUR ? `${Math.floor(left / HOUR)}:${parts.join(':')}` : parts.join(':')
}

/** `Today`, `Yesterday`, `Fri 20 Nov`: heads of groups in the history. */
export function formatDay(iso: string, now: Date, zone?: string): string {
  const then = new Date(iso)
  const days = dayNumber(now, zone) - dayNumber(then, zone)
  if (days === 0) return 'Today'
  if (days === 1) return 'Yesterday'
  return `${zoned({ weekday: 'short' }, zone).format(then)} ${zoned(day, zone).format(then)}`
}
