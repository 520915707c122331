import { z } from 'zod'
import { Moment } from '../../core/moment-schema.ts'
import { Address } from '../networks/address-schema.ts'
import { assetStatuses, refreshFilters } from './asset-filter.ts'

/** The filters of the collection page as a value. `lastRefresh` is answered from the desk's own rows. */
export const AssetFilter = z
  .object({
    name: z.string().trim().max(200).optional(),
    status: z.enum(assetStatuses).optional(),
    user: Address.optional(),
    traits: z.record(z.string(), z.array(z.string())).optional(),
    updatedAfter: Moment.optional(),
    updatedBefore: Moment.optional(),
    lastRefresh: z.enum(refreshFilters).optional(),
  })
  .strict()
export type AssetFilter = z.infer<typeof AssetFilter>
