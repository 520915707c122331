import type { Asset, TraitFilter } from '../../lib/collection/model.ts'
import { isExactNumber } from '../../lib/origin/exact-json.ts'

const MAX_COLUMNS = 3

/** The traits that the table shows: those one can filter by first, then what most assets of the page carry. */
export function pickTraitColumns(filters: readonly TraitFilter[], assets: readonly Asset[]): string[] {
  const counts = new Map<string, number>()
  for (const asset of assets) {
    for (const [key, value] of Object.entries(asset.metadata ?? {})) {
      if ((isPlain(value) || isExactNumber(value)) && !ownColumns.has(key))
        counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  const wanted = filters.map((filter) => filter.key).filter((key) => counts.has(key))
  const others = [...counts].filter(([key]) => !wanted.includes(key)).sort((a, b) => b[1] - a[1])
  return [...wanted, ...others.map(([key]) => key)].slice(0, MAX_COLUMNS)
}

/** The text of one trait of an asset; null when it has none. */
export function traitText(asset: Asset, key: string): string | null {
  const value = asset.metadata && Object.hasOwn(asset.metadata, key) ? asset.metadata[key] : null
  if (isExactNumber(value)) return value.rawJSON
  return isPlain(value) ? String(value) : null
}

const ownColumns = new Set([
  'name',
  'description',
  'image',
  'image_url',
  'animation_url',
  'external_url',
  'token_id',
  'id',
])

const isPlain = (value: unknown): value is string | number | boolean =>
  (typeof value === 'string' && value.length <= 40) || typeof value === 'number' || typeof value === 'boolean'
