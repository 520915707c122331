import type { AssetFilter } from '../../../lib/domain/assets/asset-filter-schema.ts'

export const lastRefreshText: Record<NonNullable<AssetFilter['lastRefresh']>, string> = {
  failed: 'Failed last time',
  never: 'Never refreshed here',
  old: 'Older than 7 days',
}
