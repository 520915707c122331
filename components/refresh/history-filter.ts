import { networkSlugs } from '@/lib/collection/network-slug.ts'
import { RefreshSource } from '@/lib/refresh/model.ts'
import { refreshStates } from '@/lib/refresh/state.ts'

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

const choices: Partial<Record<string, readonly string[]>> = {
  network: networkSlugs,
  state: refreshStates,
  source: RefreshSource.options,
  needs: ['you', 'anyone'],
}

/** Only what the history knows, so that a link with odd parameters still shows a list. */
export function readFilters(search: URLSearchParams): URLSearchParams {
  const known = new URLSearchParams()
  for (const name of [...names, 'cursor']) {
    const value = search.get(name)
    if (value && (choices[name]?.includes(value) ?? true)) known.set(name, value)
  }
  return known
}

/** A changed filter starts at the newest again. */
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
