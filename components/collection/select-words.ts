import { formatCount } from '../../lib/format/count.ts'
import type { MatchCount } from './use-match-count.ts'

/** How all that match are offered, with their number as far as it is known. */
export function offerWords(count: MatchCount | null): string {
  if (count === null) return 'Select all matching'
  return count.isAtLeast
    ? `Select all matching, at least ${formatCount(count.tokens)} so far`
    : `Select all ${formatCount(count.tokens)} matching`
}

/** What is selected when all that match are; `count` is already without those taken out. */
export function matchingWords(count: MatchCount | null, except: number, isHere: boolean) {
  const which = isHere ? 'that match' : 'that match other filters'
  const but = except > 0 ? `, except ${formatCount(except)}` : ''
  if (count === null) return { title: 'All selected', rest: `${which}${but}. Not counted yet.` }
  if (count.isAtLeast) {
    return { title: `At least ${formatCount(count.tokens)} selected so far:`, rest: `all ${which}${but}.` }
  }
  return {
    title: `${formatCount(count.tokens)} selected:`,
    rest: `all ${formatCount(count.tokens + except)} ${which}${but}.`,
  }
}
