import { z } from 'zod'
import { TokenId } from '../assets/token-id-schema.ts'
import { Address } from '../networks/address-schema.ts'
import { NetworkSlug } from '../networks/network-slug-schema.ts'
import { Quota } from '../networks/quota-schema.ts'
import { RefreshDetail, RefreshSummary } from './model-schema.ts'
import { Note } from './submission-schema.ts'

/** Id or number of a refresh, as it stands in an address. */
export const RefreshParams = z.object({ id: z.string().max(60) })

/** Ids or numbers of refreshes whose snapshots a stream carries besides the list. */
export const WatchQuery = z.object({
  refresh: z
    .union([z.string().max(60), z.array(z.string().max(60)).max(100)])
    .default([])
    .transform((given) => [given].flat()),
})

/** For acts whose address says everything. */
export const NoInput = z.strictObject({})

export const EditNote = z.object({ note: Note })

export const FailureQuery = z.object({
  cause: z.string().max(300).optional(),
  tokenId: TokenId.optional(),
  cursor: z.string().max(300).optional(),
  pageSize: z.coerce.number().int().min(1).max(200).default(50),
})
export type FailureQuery = z.infer<typeof FailureQuery>

export const FailedIdsQuery = FailureQuery.pick({ cause: true })

/** Several refreshes may be retried together; `cause` takes only tokens that failed for it. */
export const RetryRefreshes = z.object({
  refreshes: z.array(z.string().max(60)).min(1).max(50),
  cause: z.string().max(300).optional(),
})
export type RetryRefreshes = z.infer<typeof RetryRefreshes>

/** What a retry would take, per collection, and what it leaves out and why. */
export const RetryPlan = z.object({
  items: z.array(
    z.object({
      network: NetworkSlug,
      collection: Address,
      name: z.string(),
      tokens: z.number().int(),
      /** Of these, those of which the network did not say what became of them. */
      unknown: z.number().int(),
      requests: z.number().int(),
      quota: Quota,
      hasSignature: z.boolean(),
      ownerAddress: Address.nullable(),
    }),
  ),
  leftOut: z.object({
    /** A retry cannot mend their cause. */
    notRetryable: z.number().int(),
    /** They succeeded in a later refresh. */
    succeededSince: z.number().int(),
    /** A refresh that has not settled has them. */
    refreshing: z.number().int(),
  }),
})
export type RetryPlan = z.infer<typeof RetryPlan>

/** One new refresh for each collection. */
export const StartedRefreshes = z.object({ items: z.array(RefreshSummary) })
export type StartedRefreshes = z.infer<typeof StartedRefreshes>

/** What was cancelled, and how many batches could not be stopped. */
export const CancelledRefresh = z.object({
  batches: z.number().int(),
  tokens: z.number().int(),
  running: z.number().int(),
  refresh: RefreshDetail,
})
export type CancelledRefresh = z.infer<typeof CancelledRefresh>

/** Anyone who may submit decides about a batch of which the desk cannot know what became. */
export const DecideBatch = z.discriminatedUnion('choice', [
  z.object({ choice: z.literal('match'), reference: z.string().max(200) }),
  z.object({ choice: z.literal('send_again') }),
  z.object({ choice: z.literal('give_up') }),
])
export type DecideBatch = z.infer<typeof DecideBatch>

export const BatchParams = RefreshParams.extend({ position: z.coerce.number().int().min(1).max(1_000_000) })
