import { isMoment } from '@/lib/core/moment.ts'
import { isTokenId } from '@/lib/domain/assets/token-id.ts'
import { refreshStates } from '@/lib/domain/batches/state.ts'
import { findAddress } from '@/lib/domain/networks/address.ts'
import { networkSlugs } from '@/lib/domain/networks/network-slug.ts'
import { isHistoryCursor } from '@/lib/domain/refreshes/cursor/is-history-cursor.ts'
import { refreshSources } from '@/lib/domain/refreshes/refresh-sources.ts'

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

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const oneOf = (known: readonly string[]) => (value: string) => known.includes(value)

/** By the rules of the API; a member is an id, or `me`. */
const isReadable: Record<FilterName | 'cursor', (value: string) => boolean> = {
  network: oneOf(networkSlugs),
  collection: (value) => findAddress(value) !== null,
  state: oneOf(refreshStates),
  source: oneOf(refreshSources),
  member: (value) => value === 'me' || UUID.test(value),
  tokenId: isTokenId,
  from: isMoment,
  problems: oneOf(['1']),
  needs: oneOf(['you', 'anyone']),
  cursor: isHistoryCursor,
}

/** Keeps only valid parameters, so that a link with odd ones still shows a list. */
export function readFilters(search: URLSearchParams): URLSearchParams {
  const known = new URLSearchParams()
  for (const name of [...names, 'cursor'] as const) {
    const value = search.get(name)
    if (value && isReadable[name](value)) known.set(name, value)
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
