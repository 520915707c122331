import { z } from 'zod'
import { TokenId } from '../assets/token-id-schema.ts'
import { RefreshState } from '../batches/state-schema.ts'
import { Failure } from '../failures/failure-schema.ts'
import { Address } from '../networks/address-schema.ts'
import { NetworkSlug } from '../networks/network-slug-schema.ts'
import { Quota } from '../networks/quota-schema.ts'
import { RefreshSource, RefreshSummary } from '../refreshes/model-schema.ts'
import { Collection, TraitFilter } from './model-schema.ts'

/** A collection as lists show it, with what this desk did to it. */
export const CollectionCard = Collection.extend({
  /** What its owner is called, where that is a member. */
  ownerName: z.string().nullable(),
  /** Null before anybody had its tokens counted; not complete, it is a count so far. */
  tokens: z.object({ count: z.number().int(), isComplete: z.boolean() }).nullable(),
  lastRefresh: RefreshSummary.pick({
    id: true,
    number: true,
    state: true,
    progress: true,
    source: true,
    by: true,
    signer: true,
    needs: true,
    createdAt: true,
  }).nullable(),
  /** Tokens whose latest refresh here failed. */
  failedLastTime: z.number().int(),
})
export type CollectionCard = z.infer<typeof CollectionCard>

export const CollectionList = z.object({
  items: z.array(CollectionCard),
  /** On all pages. */
  total: z.number().int(),
})
export type CollectionList = z.infer<typeof CollectionList>

export const CollectionListQuery = z.object({
  /**
   * `me`: owned by the member; `team`: owned, refreshed or opened by anybody here, the member's own first and then the
   * latest used; `all`: known here, and found by `q`.
   */
  owner: z.enum(['me', 'team', 'all']).default('all'),
  network: NetworkSlug.optional(),
  q: z.string().trim().max(100).optional(),
  page: z.coerce.number().int().min(1).max(10_000).optional(),
  pageSize: z.coerce.number().int().min(1).max(100).optional(),
})
export type CollectionListQuery = z.infer<typeof CollectionListQuery>

/** A collection as its own pages show it. */
export const CollectionDetail = Collection.extend({
  quota: Quota,
  refreshCount: z.number().int(),
  /** Whether the acting member is its owner. */
  isOwner: z.boolean(),
  /** The network did not confirm these facts now; they are as old as `seenAt`. */
  isStale: z.boolean(),
})
export type CollectionDetail = z.infer<typeof CollectionDetail>

export const CollectionParams = z.object({ network: NetworkSlug, address: Address })
export type CollectionParams = z.infer<typeof CollectionParams>

export const AssetParams = CollectionParams.extend({ tokenId: TokenId })
export type AssetParams = z.infer<typeof AssetParams>

export const TraitFilterList = z.object({ items: z.array(TraitFilter) })
export type TraitFilterList = z.infer<typeof TraitFilterList>

/** One refresh of one token. */
export const TokenRefresh = z.object({
  refresh: z.object({
    id: z.string(),
    number: z.number().int(),
    note: z.string().nullable(),
    collection: z.object({ name: z.string() }),
    progress: z.object({ total: z.number().int() }),
    retryOf: z.array(z.object({ id: z.string(), number: z.number().int() })),
    source: RefreshSource,
    state: RefreshState,
  }),
  state: z.enum(['refreshing', 'succeeded', 'failed', 'unknown']),
  failure: Failure.nullable(),
  at: z.iso.datetime(),
})
export type TokenRefresh = z.infer<typeof TokenRefresh>

/** The newest first. */
export const TokenRefreshList = z.object({
  items: z.array(TokenRefresh),
  /** There are older ones. */
  hasMore: z.boolean(),
})
export type TokenRefreshList = z.infer<typeof TokenRefreshList>
