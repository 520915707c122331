import type { Event, Step } from './facts.ts'

/** What README promises after a desk or the database has ended, by the clocks of the engines. */
const LONGEST_MS = 60_000

/** Whoever is left goes on within a minute, and never stands still for longer while there is work. */
export function checkStandstill(lives: Event[][]): string[] {
  const times = lives
    .flat()
    .filter((event): event is Step => event.type === 'step')
    .map(({ atMs }) => atMs)
    .sort((a, b) => a - b)
  const gaps = times.slice(1).map((at, index) => at - (times[index] ?? at))
  const longest = Math.max(0, ...gaps)
  return longest > LONGEST_MS ? [`nothing moved for ${Math.round(longest / 1_000)} s`] : []
}
