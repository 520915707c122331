import { isTokenId } from './token-id.ts'

export const SELECTION_LIMIT = 10_000

/** Which tokens are selected, as a value: every act returns a new one. */
export type Selection = {
  ids: ReadonlySet<string>
  /** The token touched last, from which shift extends. */
  anchor: string | null
  /** How many tokens the last act could not add because of the limit. */
  overflow: number
}

export const emptySelection: Selection = { ids: new Set(), anchor: null, overflow: 0 }

export function toggleToken(selection: Selection, id: string): Selection {
  return setTokens(selection, [id], !selection.ids.has(id), id)
}

/** Gives everything shown between the last touched token and `id` the state of the former; a plain toggle without one. */
export function extendSelection(selection: Selection, id: string, shownIds: readonly string[]): Selection {
  const from = selection.anchor === null ? -1 : shownIds.indexOf(selection.anchor)
  const to = shownIds.indexOf(id)
  if (from === -1 || to === -1 || selection.anchor === null) return toggleToken(selection, id)
  const range = shownIds.slice(Math.min(from, to), Math.max(from, to) + 1)
  return setTokens(selection, range, selection.ids.has(selection.anchor), id)
}

/** Adds tokens as far as the limit allows: a page, or pasted ids. */
export function addTokens(selection: Selection, ids: Iterable<string>): Selection {
  return setTokens(selection, ids, true, selection.anchor)
}

export function removeTokens(selection: Selection, ids: Iterable<string>): Selection {
  return setTokens(selection, ids, false, selection.anchor)
}

/** What the box over a page shows. */
export function pageState(selection: Selection, shownIds: readonly string[]): 'none' | 'some' | 'all' {
  const count = shownIds.filter((id) => selection.ids.has(id)).length
  if (count === 0) return 'none'
  return count === shownIds.length ? 'all' : 'some'
}

export function writeSelection(selection: Selection): string {
  return JSON.stringify([...selection.ids])
}

/** Reads what `writeSelection` wrote; anything else is an empty selection. */
export function readSelection(text: string | null): Selection {
  try {
    const ids: unknown = JSON.parse(text ?? '[]')
    if (!Array.isArray(ids)) return emptySelection
    return {
      ...addTokens(
        emptySelection,
        ids.filter((id) => typeof id === 'string' && isTokenId(id)),
      ),
      overflow: 0,
    }
  } catch {
    return emptySelection
  }
}

function setTokens(
  selection: Selection,
  touched: Iterable<string>,
  isSelected: boolean,
  anchor: string | null,
): Selection {
  const ids = new Set(selection.ids)
  let overflow = 0
  for (const id of touched) {
    if (!isSelected) ids.delete(id)
    else if (ids.size < SELECTION_LIMIT) ids.add(id)
    else if (!ids.has(id)) overflow++
  }
  return { ids, anchor, overflow }
}
