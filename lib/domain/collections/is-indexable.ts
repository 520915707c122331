import type { AssetFilter } from '../assets/asset-filter-schema.ts'

/** Whether the index knows all that a filter asks; names, owners and traits are the network's to judge. */
export const isIndexable = ({ name, user, traits }: AssetFilter): boolean =>
  !name && !user && Object.keys(traits ?? {}).length === 0
