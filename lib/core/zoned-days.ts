const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** No zone is further than this from UTC, with daylight saving time. */
const FURTHEST_MINUTES = 15 * 60

/** When each of the last days of a zone began, the oldest first and today last. A day may have 23 or 25 hours. */
export function dayStarts(now: Date, zone: string, count: number): Date[] {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  const dayOf = (time: number) => format.format(new Date(time))
  const today = Date.parse(`${dayOf(now.getTime())}T00:00:00Z`)
  return Array.from({ length: count }, (_, at) => {
    const midnight = today - (count - 1 - at) * DAY_MS
    const day = new Date(midnight).toISOString().slice(0, 10)
    const minutes = firstFrom(
      -FURTHEST_MINUTES,
      FURTHEST_MINUTES,
      (minute) => dayOf(midnight + minute * MINUTE_MS) >= day,
    )
    return new Date(midnight + minutes * MINUTE_MS)
  })
}

/** The first whole number of a range from which on something holds. */
function firstFrom(from: number, to: number, holds: (value: number) => boolean): number {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
