import { z } from 'zod'
import { isVisible } from '../../core/visible-name.ts'
import { AssetFilter } from '../assets/asset-filter-schema.ts'
import { IDS_LIMIT } from '../assets/token-id.ts'
import { TokenId } from '../assets/token-id-schema.ts'
import { Address } from '../networks/address-schema.ts'
import { NetworkSlug } from '../networks/network-slug-schema.ts'
import { Quota } from '../networks/quota-schema.ts'
import { SignatureState } from '../signatures/signature-state-schema.ts'
import { Timetable } from './forecast/timetable-schema.ts'

export const Note = z
  .string()
  .trim()
  .max(500)
  .transform((text) => (isVisible(text) ? text : ''))

/** What is to be refreshed: named tokens, or all that match a query but some. The server turns both into a frozen list. */
export const SubmittedSelection = z.union([
  z.object({ ids: z.array(TokenId).min(1).max(IDS_LIMIT) }).strict(),
  z.object({ query: AssetFilter, except: z.array(TokenId).max(10_000) }).strict(),
])
export type SubmittedSelection = z.infer<typeof SubmittedSelection>

/** A submitted query as a refresh keeps it. */
export const RefreshQuerySelection = z.object({
  query: AssetFilter,
  except: z.array(TokenId),
  leaveOutRefreshing: z.boolean(),
})
export type RefreshQuerySelection = z.infer<typeof RefreshQuerySelection>

export const SubmitRefresh = z.object({
  network: NetworkSlug,
  collection: Address,
  selection: SubmittedSelection,
  note: Note.optional(),
  /** Leaves out tokens that another refresh here has not settled yet. */
  leaveOutRefreshing: z.boolean().optional(),
})
export type SubmitRefresh = z.infer<typeof SubmitRefresh>

export const PlanRefresh = SubmitRefresh.pick({
  network: true,
  collection: true,
  selection: true,
  leaveOutRefreshing: true,
})
export type PlanRefresh = z.infer<typeof PlanRefresh>

/** What Review shows before anything is spent. */
export const RefreshPlan = z.object({
  /** What would be refreshed: without those that are left out. */
  tokens: z.number().int(),
  /** The query is still to be counted: `tokens` is what is known so far, and more may come. */
  isAtLeast: z.boolean(),
  requests: z.number().int(),
  batchSize: z.number().int(),
  quota: Quota,
  /** Requests that go out before the reset, when the quota is known. */
  sendsNow: z.number().int().nullable(),
  /** When which requests go out, and when the last of them may be finished. */
  timetable: Timetable,
  /** How many of the tokens another refresh here has not settled yet. */
  refreshing: z.number().int(),
  /** For how long the network accepted the last signature that it came to refuse; null while never seen. */
  signatureSeconds: z.number().int().nullable(),
  signature: SignatureState,
})
export type RefreshPlan = z.infer<typeof RefreshPlan>
