import {
  countShown,
  EXCEPT_LIMIT,
  SELECTION_LIMIT,
  type Selection,
} from '../../../lib/domain/assets/selection.ts'
import { formatCount } from '../../../lib/format/count.ts'
import type { MatchCount } from './use-match-count.ts'

/** How all that match are offered, with their number as far as it is known. */
export function offerText(count: MatchCount | null): string {
  if (count === null) return 'Select all matching'
  return count.isAtLeast
    ? `Select all matching, at least ${formatCount(count.tokens)} so far`
    : `Select all ${formatCount(count.tokens)} matching`
}

type Shown = {
  selection: Selection
  /** How many tokens that is, without those taken out; null while nobody has counted. */
  count: MatchCount | null
  /** Whether a selection of all that match is made by the filters of this page. */
  isHere: boolean
}

/** Beside the number of selected tokens: which these are, where the page does not show them all; null where it does. */
export function selectionText({ selection, count, isHere }: Shown, ids: readonly string[]): string | null {
  if (selection.kind === 'ids') {
    const elsewhere = selection.ids.size - countShown(selection, ids)
    return elsewhere > 0 ? `${formatCount(elsewhere)} not in this view` : null
  }
  const { size } = selection.except
  const which = isHere ? 'that match' : 'that match other filters'
  const but = size > 0 ? `, except ${formatCount(size)}` : ''
  if (count === null) return `all ${which}${but}, not counted yet`
  if (count.isAtLeast) return `all ${which}${but}, still counting`
  return `all ${formatCount(count.tokens + size)} ${which}${but}`
}

/** What the last act could not do because of the limit; null when it did all. */
export function overflowText({ kind, overflow }: Selection): string | null {
  if (overflow === 0) return null
  return kind === 'ids'
    ? `${formatCount(overflow)} more did not fit: one refresh takes at most ${formatCount(SELECTION_LIMIT)} named tokens. Submit these first, then select the rest.`
    : `${formatCount(overflow)} stay selected: at most ${formatCount(EXCEPT_LIMIT)} can be taken out. Narrow the filters instead.`
}
