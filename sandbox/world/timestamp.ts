/** The same instant as text that sorts: trimmed fractions do not. */
export function sortableTime(time: string): string {
  const [seconds, fraction = ''] = time.slice(0, -1).split('.')
  return `${seconds}.${fraction.padEnd(6, '0')}`
}

let last = { ms: 0, micros: 0 }

/** What happens later in the same millisecond is listed as later. */
function nextMicros(ms: number): number {
  const micros = ms === last.ms ? Math.min(last.micros + 1, 999) : Math.floor(Math.random() * 500)
  last = { ms, micros }
  return micros
}

/** RFC 3339 with microseconds and no trailing zeros, as the network writes times. */
export function timestamp(ms: number, micros = nextMicros(Math.floor(ms))): string {
  const fraction =
    `${String(Math.floor(ms) % 1_000).padStart(3, '0')}${String(micros).padStart(3, '0')}`.replace(/0+$/, '')
  const seconds = new Date(ms).toISOString().slice(0, 19)
  return fraction ? `${seconds}.${fraction}Z` : `${seconds}Z`
}
