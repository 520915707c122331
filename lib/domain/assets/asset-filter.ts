import { z } from 'zod'
import { Moment } from '../../core/moment.ts'
import { Address } from '../networks/address.ts'

export const assetStatuses = ['imx', 'eth', 'preparing_withdrawal', 'withdrawable', 'burned'] as const

/** What the desk itself knows of a token: its last refresh here failed, there was none, or it is older than 7 days. */
export const refreshFilters = ['failed', 'never', 'old'] as const

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
