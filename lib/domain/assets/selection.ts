import { parseJson } from '../../core/parse-json.ts'
import type { AssetFilter } from './asset-filter-schema.ts'
import { readAssetFilter } from './read-asset-filter.ts'
import { IDS_LIMIT, isTokenId } from './token-id.ts'

export const SELECTION_LIMIT = IDS_LIMIT
/** How many tokens can be taken out of all that match. */
export const EXCEPT_LIMIT = 10_000

type Touched = {
  /** The token touched last, from which shift extends. */
  anchor: string | null
  /** How many tokens the last act could not add, or take out, because of the limit. */
  overflow: number
}
export type IdsSelection = Touched & { kind: 'ids'; ids: ReadonlySet<string> }
export type QuerySelection = Touched & { kind: 'query'; query: AssetFilter; except: ReadonlySet<string> }

/** Which tokens are selected, as a value: named ones, or all that match a filter but some. Every act returns a new one. */
export type Selection = IdsSelection | QuerySelection

export const emptySelection: IdsSelection = { kind: 'ids', ids: new Set(), anchor: null, overflow: 0 }

export const selectMatching = (query: AssetFilter): QuerySelection => ({
  kind: 'query',
  query,
  except: new Set(),
  anchor: null,
  overflow: 0,
})

/** Whether a token is in; of a query this can only be asked for tokens that match it. */
export const isSelected = (selection: Selection, id: string): boolean =>
  selection.kind === 'ids' ? selection.ids.has(id) : !selection.except.has(id)

export const isEmptySelection = (selection: Selection): boolean =>
  selection.kind === 'ids' && selection.ids.size === 0

export function toggleToken<S extends Selection>(selection: S, id: string): S {
  return setTokens(selection, [id], !isSelected(selection, id), id)
}

/** Gives everything shown between the last touched token and `id` the state of the former; a plain toggle without one. */
export function extendSelection<S extends Selection>(
  selection: S,
  id: string,
  shownIds: readonly string[],
): S {
  const from = selection.anchor === null ? -1 : shownIds.indexOf(selection.anchor)
  const to = shownIds.indexOf(id)
  if (from === -1 || to === -1 || selection.anchor === null) return toggleToken(selection, id)
  const range = shownIds.slice(Math.min(from, to), Math.max(from, to) + 1)
  return setTokens(selection, range, isSelected(selection, selection.anchor), id)
}

/** Adds tokens as far as the limit allows: a page, or pasted ids. */
export function addTokens<S extends Selection>(selection: S, ids: Iterable<string>): S {
  return setTokens(selection, ids, true, selection.anchor)
}

export function removeTokens<S extends Selection>(selection: S, ids: Iterable<string>): S {
  return setTokens(selection, ids, false, selection.anchor)
}

/** What the box over a page shows. */
export function pageState(selection: Selection, shownIds: readonly string[]): 'none' | 'some' | 'all' {
  const count = countShown(selection, shownIds)
  if (count === 0) return 'none'
  return count === shownIds.length ? 'all' : 'some'
}

export const countShown = (selection: Selection, shownIds: readonly string[]): number =>
  shownIds.filter((id) => isSelected(selection, id)).length

/** As it is submitted. */
export const toSubmitted = (
  selection: Selection,
): { ids: string[] } | { query: AssetFilter; except: string[] } =>
  selection.kind === 'ids'
    ? { ids: [...selection.ids] }
    : { query: selection.query, except: [...selection.except] }

export const writeSelection = (selection: Selection): string => JSON.stringify(toSubmitted(selection))

/** Reads what `writeSelection` wrote; anything else is an empty selection. */
export function readSelection(text: string | null): Selection {
  const stored = parseJson(text ?? '')
  const found = typeof stored === 'object' && stored !== null ? readStored(stored) : null
  return found ? { ...found, overflow: 0 } : emptySelection
}

type Stored = { ids?: unknown; query?: unknown; except?: unknown }

function readStored({ ids, query, except, ...others }: Stored): Selection | null {
  if (Object.keys(others).length > 0) return null
  if (Array.isArray(ids) && query === undefined && except === undefined)
    return addTokens(emptySelection, ids.filter(isId))
  const filter = ids === undefined ? readAssetFilter(query) : null
  return filter && Array.isArray(except) ? removeTokens(selectMatching(filter), except.filter(isId)) : null
}

const isId = (value: unknown): value is string => typeof value === 'string' && isTokenId(value)

/** Both kinds keep a list: of what is in, or of what is taken out. */
function setTokens<S extends Selection>(
  selection: S,
  touched: Iterable<string>,
  isIn: boolean,
  anchor: string | null,
): S {
  const isIds = selection.kind === 'ids'
  const list = new Set(isIds ? selection.ids : selection.except)
  const limit = isIds ? SELECTION_LIMIT : EXCEPT_LIMIT
  let overflow = 0
  for (const id of touched) {
    if (isIn !== isIds) list.delete(id)
    else if (list.size < limit) list.add(id)
    else if (!list.has(id)) overflow++
  }
  return { ...selection, [isIds ? 'ids' : 'except']: list, anchor, overflow }
}
