import { isMoment } from '../../core/moment.ts'
import { findAddress } from '../networks/address.ts'
import { assetStatuses, refreshFilters } from './asset-filter.ts'
import type { AssetFilter } from './asset-filter-schema.ts'

type Texts = { [Key in Exclude<keyof AssetFilter, 'traits'>]-?: NonNullable<AssetFilter[Key]> }
type Read<T> = (text: string) => T | null

const LONGEST_NAME = 200

const oneOf =
  <T extends string>(known: readonly T[]): Read<T> =>
  (text) =>
    known.find((one) => one === text) ?? null
const moment: Read<string> = (text) => (isMoment(text) ? text : null)

/** What a text says of one filter; null where the API would refuse it. */
export const filterReaders: { [Key in keyof Texts]: Read<Texts[Key]> } = {
  name: (text) => (text.trim().length <= LONGEST_NAME ? text.trim() : null),
  status: oneOf(assetStatuses),
  user: findAddress,
  updatedAfter: moment,
  updatedBefore: moment,
  lastRefresh: oneOf(refreshFilters),
}

/** Wanted values by trait; null for anything else. */
export function readTraits(value: unknown): Record<string, string[]> | null {
  const isTexts = (values: unknown) => Array.isArray(values) && values.every((one) => typeof one === 'string')
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  return Object.values(value).every(isTexts) ? (value as Record<string, string[]>) : null
}

/** A filter that was kept as JSON; null for anything that is none. */
export function readAssetFilter(value: unknown): AssetFilter | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const read = ([key, part]: [string, unknown]) => {
    if (key === 'traits') return [key, readTraits(part)] as const
    const reader = Object.hasOwn(filterReaders, key) ? filterReaders[key as keyof Texts] : null
    return [key, typeof part === 'string' && reader ? reader(part) : null] as const
  }
  const parts = Object.entries(value).map(read)
  return parts.some(([, part]) => part === null) ? null : Object.fromEntries(parts)
}
