/** The same instant as text that sorts: trimmed fractions do not. */
export function sortableTime(time: string): string {
  const [seconds, fraction = ''] = time.slice(0, -1).split('.')
  return `${seconds}.${fraction.padEnd(6, '0')}`
}

/** RFC 3339 with microseconds and no trailing zeros, as the network writes times. */
export function timestamp(ms: number, micros = Math.floor(Math.random() * 1_000)): string {
  const fraction =
    `${String(Math.floor(ms) % 1_000).padStart(3, '0')}${String(micros).padStart(3, '0')}`.replace(/0+$/, '')
  const seconds = new Date(ms).toISOString().slice(0, 19)
  return fraction ? `${seconds}.${fraction}Z` : `${seconds}Z`
}
