import type { Asset, TraitFilter } from '../../../lib/domain/collections/model-schema.ts'
import { isTraitKey, plainTrait, plainTraits } from '../../../lib/domain/collections/plain-traits.ts'

const MAX_COLUMNS = 3

/**
 * The trait columns of the table: filterable traits first, so that columns stay the same across pages and filters,
 * then the most common traits of the page.
 */
export function pickTraitColumns(filters: readonly TraitFilter[], assets: readonly Asset[]): string[] {
  const counts = new Map<string, number>()
  for (const asset of assets) {
    for (const key of Object.keys(plainTraits(asset.metadata))) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const wanted = filters.map((filter) => filter.key).filter(isTraitKey)
  const others = [...counts].filter(([key]) => !wanted.includes(key)).sort((a, b) => b[1] - a[1])
  return [...wanted, ...others.map(([key]) => key)].slice(0, MAX_COLUMNS)
}

/** The text of one trait of an asset; null when it has none. */
export function traitText(asset: Asset, key: string): string | null {
  const value = asset.metadata && Object.hasOwn(asset.metadata, key) ? asset.metadata[key] : null
  return plainTrait(value)?.toString() ?? null
}
