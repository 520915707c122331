import { z } from 'zod'
import { RefreshCursor, readCursor } from '@/lib/domain/refreshes/cursor.ts'
import { RefreshQuery } from '@/lib/domain/refreshes/model.ts'

const names = [
  'network',
  'collection',
  'state',
  'source',
  'member',
  'tokenId',
  'from',
  'problems',
  'needs',
] as const
export type FilterName = (typeof names)[number]

/** By the rules of the API; a member is an id, or `me`. */
function isReadable(name: FilterName | 'cursor', value: string): boolean {
  if (name === 'member') return value === 'me' || z.uuid().safeParse(value).success
  if (name === 'cursor') return readCursor(value, RefreshCursor) !== null
  return RefreshQuery.shape[name].safeParse(value).success
}

/** Keeps only valid parameters, so that a link with odd ones still shows a list. */
export function readFilters(search: URLSearchParams): URLSearchParams {
  const known = new URLSearchParams()
  for (const name of [...names, 'cursor'] as const) {
    const value = search.get(name)
    if (value && isReadable(name, value)) known.set(name, value)
  }
  return known
}

/** A changed filter goes back to the first page. */
export function withFilter(
  search: URLSearchParams,
  changes: Partial<Record<FilterName, string | null>>,
): URLSearchParams {
  const next = readFilters(search)
  next.delete('cursor')
  for (const [name, value] of Object.entries(changes)) {
    if (value) next.set(name, value)
    else next.delete(name)
  }
  return next
}

export const hasFilters = (search: URLSearchParams): boolean => names.some((name) => search.has(name))
