/** The same instant as text that sorts: trimmed fractions do not. */
export function sortableTime(time: string): string {
  const [seconds, fraction = ''] = time.slice(0, -1).split('.')
  return `${seconds}.${fraction.padEnd(6, '0')}`
}

/** RFC 3339 with microseconds and no trailing zeros, as the network writes times. */
export function timestamp(ms: number, micros: number): string {
  const at = Math.floor(ms) * 1_000 + micros
  const fraction = String(at % 1_000_000)
    .padStart(6, '0')
    .replace(/0+$/, '')
  const seconds = new Date(Math.floor(at / 1_000)).toISOString().slice(0, 19)
  // A template would keep its pieces alive beside the text.
  return (fraction ? [seconds, '.', fraction, 'Z'] : [seconds, 'Z']).join('')
}

/** What `timestamp` wrote, as a number; NaN for what is no such time. */
export function microsOf(time: string): number {
  const [seconds, fraction = ''] = time.slice(0, -1).split('.')
  return Date.parse(`${seconds}Z`) * 1_000 + Number(fraction.padEnd(6, '0'))
}
