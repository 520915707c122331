'use client'

import { addTokens, SELECTION_LIMIT, type Selection } from '../../lib/collection/selection.ts'
import { formatCount } from '../../lib/format/count.ts'
import type { SelectionUpdate } from './use-selection.ts'

type Props = { selection: Selection; ids: readonly string[]; onUpdate: SelectionUpdate }

/** Says what is selected where; offers the rest of this page only. */
export function SelectionNote({ selection, ids, onUpdate }: Props) {
  const total = selection.ids.size
  if (total === 0) return null
  const here = ids.filter((id) => selection.ids.has(id)).length
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded-md border border-accent-line bg-accent-soft px-3 py-1.5 tabular-nums"
    >
      <p>
        <strong className="font-semibold">{formatCount(total)} selected:</strong> {formatCount(here)} on this
        page
        {total > here ? `, ${formatCount(total - here)} on other pages` : ''}.
      </p>
      {here < ids.length && total < SELECTION_LIMIT ? (
        <button
          type="button"
          className="text-accent-text underline decoration-accent-line underline-offset-3"
          onClick={() => onUpdate((before) => addTokens(before, ids))}
        >
          Select all {ids.length} on this page
        </button>
      ) : null}
      {selection.overflow > 0 ? (
        <p className="w-full text-failed">
          {formatCount(selection.overflow)} more did not fit: one refresh takes at most{' '}
          {formatCount(SELECTION_LIMIT)} tokens. Submit these first, then select the rest.
        </p>
      ) : null}
    </div>
  )
}
