import { z } from 'zod'
import { Address } from '../collection/address.ts'
import { NetworkSlug } from '../collection/network-slug.ts'
import { TokenId } from '../collection/token-id.ts'
import { Note } from './model.ts'

/** Id or number of a refresh, as it stands in an address. */
export const RefreshParams = z.object({ id: z.string().max(60) })

export const PlanRefresh = z.object({
  network: NetworkSlug,
  collection: Address,
  tokens: z.number().int().min(1).max(10_000),
})
export type PlanRefresh = z.infer<typeof PlanRefresh>

export const EditNote = z.object({ note: Note })

export const FailureQuery = z.object({
  cause: z.string().max(300).optional(),
  tokenId: TokenId.optional(),
  cursor: z.string().max(300).optional(),
  pageSize: z.coerce.number().int().min(1).max(200).default(50),
})
export type FailureQuery = z.infer<typeof FailureQuery>
