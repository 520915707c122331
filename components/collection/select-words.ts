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
export function matchingWords(count: MatchCount | null, except: number, isHere: boolean): string {
  const which = isHere ? 'that match' : 'that match other filters'
  const but = except > 0 ? `, except ${formatCount(except)}` : ''
  const known =
    count === null
      ? `All ${which} selected${but}. Their number is not known yet.`
      : count.isAtLeast
        ? `All ${which} selected${but}: at least ${formatCount(count.tokens)} so far.`
        : `${formatCount(count.tokens)} selected: all ${formatCount(count.tokens + except)} ${which}${but}.`
  return isHere ? known : `${known} Selecting here begins a new selection.`
}
