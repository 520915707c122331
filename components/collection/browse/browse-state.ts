import { parseJson } from '../../../lib/core/parse-json.ts'
import type { AssetFilter } from '../../../lib/domain/assets/asset-filter-schema.ts'
import { filterReaders, readTraits } from '../../../lib/domain/assets/read-asset-filter.ts'
import type { AssetQuery } from '../../../lib/domain/collections/model-schema.ts'

/** The state in the URL of the assets tab. `page` is only displayed; the cursor decides what is shown. */
export type BrowseState = {
  name: string | null
  status: AssetQuery['status'] | null
  user: string | null
  traits: Record<string, string[]>
  updatedAfter: string | null
  updatedBefore: string | null
  lastRefresh: AssetQuery['lastRefresh'] | null
  orderBy: AssetQuery['orderBy']
  direction: AssetQuery['direction']
  cursor: string | null
  page: number
  view: 'grid' | 'table'
}

export const plainBrowse: BrowseState = {
  name: null,
  status: null,
  user: null,
  traits: {},
  updatedAfter: null,
  updatedBefore: null,
  lastRefresh: null,
  orderBy: 'updated_at',
  direction: 'desc',
  cursor: null,
  page: 1,
  view: 'grid',
}

const LONGEST_TRAITS = 4_000
const LONGEST_CURSOR = 2_000

/** Parses each part separately, so that one broken value in a URL doesn't discard the others. */
export function parseBrowse(params: URLSearchParams): BrowseState {
  const read = <T>(key: string, reader: (text: string) => T | null): T | null => {
    const text = params.get(key)
    return text === null || text === '' ? null : reader(text)
  }
  const cursor = read('cursor', (text) => (text.length <= LONGEST_CURSOR ? text : null))
  const page = Number(params.get('page'))
  return {
    name: read('name', filterReaders.name) || null,
    status: read('status', filterReaders.status),
    user: read('user', filterReaders.user),
    traits: read('traits', parseTraits) ?? {},
    updatedAfter: read('updatedAfter', filterReaders.updatedAfter),
    updatedBefore: read('updatedBefore', filterReaders.updatedBefore),
    lastRefresh: read('lastRefresh', filterReaders.lastRefresh),
    orderBy: params.get('orderBy') === 'name' ? 'name' : 'updated_at',
    direction: params.get('direction') === 'asc' ? 'asc' : 'desc',
    cursor,
    page: cursor !== null && Number.isSafeInteger(page) && page > 1 ? page : cursor === null ? 1 : 2,
    view: params.get('view') === 'table' ? 'table' : 'grid',
  }
}

function parseTraits(text: string): BrowseState['traits'] | null {
  const traits = text.length <= LONGEST_TRAITS ? readTraits(parseJson(text)) : null
  return traits && Object.fromEntries(Object.entries(traits).filter(([, values]) => values.length > 0))
}

const singleKeys = ['name', 'status', 'user', 'updatedAfter', 'updatedBefore', 'lastRefresh'] as const

/** The filters alone, as stored in a selection of all that match. */
export function toAssetFilter(state: BrowseState): AssetFilter {
  const given = singleKeys.filter((key) => state[key])
  return {
    ...Object.fromEntries(given.map((key) => [key, state[key]])),
    ...(Object.keys(state.traits).length > 0 && { traits: state.traits }),
  }
}

/** The inverse: a filter as changes to the URL state. */
export const fromAssetFilter = (filter: AssetFilter): Partial<BrowseState> => ({
  ...Object.fromEntries(singleKeys.map((key) => [key, filter[key] ?? null])),
  traits: filter.traits ?? {},
})

/** Filters and order as query parameters, for the URL and `GET …/assets`; empty for the default view. */
function writeFilters(state: BrowseState): URLSearchParams {
  const params = new URLSearchParams()
  for (const key of singleKeys) {
    const value = state[key]
    if (value) params.set(key, value)
  }
  if (Object.keys(state.traits).length > 0) params.set('traits', JSON.stringify(state.traits))
  if (state.orderBy !== plainBrowse.orderBy) params.set('orderBy', state.orderBy)
  if (state.direction !== plainBrowse.direction) params.set('direction', state.direction)
  return params
}

/** A key of the list of assets, the same on every page of it. */
export const listKey = (state: BrowseState): string => writeFilters(state).toString()

export function writeBrowse(state: BrowseState): string {
  const params = writeFilters(state)
  if (state.view !== plainBrowse.view) params.set('view', state.view)
  if (state.cursor !== null) {
    params.set('cursor', state.cursor)
    params.set('page', String(state.page))
  }
  return params.toString()
}

export function writeAssetQuery(state: BrowseState, pageSize: number): URLSearchParams {
  const params = writeFilters(state)
  if (state.cursor !== null) params.set('cursor', state.cursor)
  params.set('pageSize', String(pageSize))
  return params
}

export function countFilters(state: BrowseState): number {
  const ofTraits = Object.values(state.traits).reduce((sum, values) => sum + values.length, 0)
  return singleKeys.filter((key) => state[key] !== null).length + ofTraits
}

/** Adds or removes one value of a trait filter. */
export function toggleTrait(
  traits: BrowseState['traits'],
  key: string,
  value: string,
): BrowseState['traits'] {
  const wanted = traits[key] ?? []
  const next = wanted.includes(value) ? wanted.filter((one) => one !== value) : [...wanted, value]
  const others = Object.entries(traits).filter(([name]) => name !== key)
  return Object.fromEntries(next.length > 0 ? [...others, [key, next]] : others)
}
