import type { AssetFilter } from '../assets/asset-filter-schema.ts'

/** The same text for filters that ask for the same assets. */
export function filterKey(filter: AssetFilter): string {
  const { traits, ...single } = filter
  const wanted = Object.entries(traits ?? {})
    .filter(([, values]) => values.length > 0)
    .map(([name, values]) => [name, [...new Set(values)].sort()] as const)
  const given = Object.entries(single).filter(([, value]) => value !== undefined && value !== '')
  return JSON.stringify([given.sort(byName), wanted.sort(byName)])
}

const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]) =>
  one < other ? -1 : one > other ? 1 : 0
