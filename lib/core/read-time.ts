/** What every column, schema and page can hold; PostgreSQL has no year 0, and ISO text of other years looks different. */
const FIRST = Date.parse('0001-01-01T00:00:00.000Z')
const LAST = Date.parse('9999-12-31T23:59:59.999Z')

/** Of the years 1 to 9999, in milliseconds. */
export const isKnownTime = (time: number): boolean => time >= FIRST && time <= LAST

const IS_DATE = /^[+-]?\d{4,6}-\d{2}-\d{2}/
const IS_IN_ZONE = /(z|[+-]\d{2}:?\d{2})$/i

/** A time of the years 1 to 9999, given as ISO 8601, in UTC where it names no zone; null for every other and for what is no time. */
export function readTime(text: string | null): Date | null {
  // Given a word and a digit, the engine's own parser finds a time where there is none.
  if (text === null || !IS_DATE.test(text)) return null
  const isLocal = text.includes(':') && !IS_IN_ZONE.test(text)
  const time = Date.parse(isLocal ? `${text}Z` : text)
  return isKnownTime(time) ? new Date(time) : null
}

/** The text of a time from a row, which may be older than that rule: what lies outside, or reads as no time at all, is the last. */
export const writeTime = (time: Date): string =>
  (isKnownTime(time.getTime()) ? time : new Date(LAST)).toISOString()
