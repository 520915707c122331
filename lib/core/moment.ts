const WRITTEN = /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/

/** Whether a text is a time in UTC as `Moment` takes it: of a day that exists, in the year 1 or later. */
export function isMoment(text: string): boolean {
  const time = WRITTEN.test(text) ? Date.parse(text) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text.slice(0, 19))
}
