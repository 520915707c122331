import {
  countShown,
  EXCEPT_LIMIT,
  SELECTION_LIMIT,
  type Selection,
} from '../../../lib/domain/assets/selection.ts'
import { formatCount } from '../../../lib/format/count.ts'
import type { MatchCount } from './use-match-count.ts'

/** The label of "select all matching", with the count as far as it is known. */
export function offerText(count: MatchCount | null): string {
  if (count === null) return 'Select all matching'
  return count.isAtLeast
    ? `Select all matching, at least ${formatCount(count.tokens)} so far`
    : `Select all ${formatCount(count.tokens)} matching`
}

type Shown = {
  selection: Selection
  /** The number of selected tokens, without excluded ones; null while not counted. */
  count: MatchCount | null
  /** Whether a selection of all that match uses the filters of this page. */
  isHere: boolean
}

/** Says which tokens are selected if the page doesn't show all of them, else null. */
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

/** What the limit kept out of the last change; null if nothing. */
export function overflowText({ kind, overflow }: Selection): string | null {
  if (overflow === 0) return null
  return kind === 'ids'
    ? `${formatCount(overflow)} not added: a refresh can list at most ${formatCount(SELECTION_LIMIT)} tokens. Submit these first, then select the rest.`
    : `${formatCount(overflow)} still selected: at most ${formatCount(EXCEPT_LIMIT)} can be excluded. Narrow the filters instead.`
}
