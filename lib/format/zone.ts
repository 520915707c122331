const formatters = new Map<string, Intl.DateTimeFormat>()

/** A formatter, made once for each style and zone. Without a zone it is the one of the machine. */
export function zoned(options: Intl.DateTimeFormatOptions, zone?: string): Intl.DateTimeFormat {
  const key = `${zone ?? ''} ${JSON.stringify(options)}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', { ...options, ...(zone && { timeZone: zone }) })
  formatters.set(key, made)
  return made
}

/** Days since 1970 by the calendar of a zone: equal for two times of one day. */
export function dayNumber(date: Date, zone?: string): number {
  const parts = zoned({ year: 'numeric', month: 'numeric', day: 'numeric' }, zone).formatToParts(date)
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((found) => found.type === type)?.value)
  return Date.UTC(part('year'), part('month') - 1, part('day')) / 86_400_000
}
