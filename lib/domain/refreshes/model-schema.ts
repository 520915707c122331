import { z } from 'zod'
import { Moment } from '../../core/moment-schema.ts'
import { TokenId } from '../assets/token-id-schema.ts'
import { Batch, Progress } from '../batches/batch-schema.ts'
import { RefreshState } from '../batches/state-schema.ts'
import { Cause } from '../failures/failure-schema.ts'
import { Address } from '../networks/address-schema.ts'
import { NetworkSlug } from '../networks/network-slug-schema.ts'
import { Quota, QuotaUse } from '../networks/quota-schema.ts'
import { SignatureState } from '../signatures/signature-state-schema.ts'
import { MemberRef } from '../team/model-schema.ts'
import { Activity } from './activity/activity-schema.ts'
import { Timetable } from './forecast/timetable-schema.ts'
import { Need, NeedFacts } from './needs/need-schema.ts'
import { refreshSources } from './refresh-sources.ts'

export const RefreshCollection = z.object({
  network: NetworkSlug,
  address: Address,
  name: z.string(),
  imageUrl: z.string().nullable(),
  ownerAddress: Address.nullable(),
  metadataApiUrl: z.string().nullable(),
})
export type RefreshCollection = z.infer<typeof RefreshCollection>

export const RefreshSource = z.enum(refreshSources)
export type RefreshSource = z.infer<typeof RefreshSource>

/** One row of the history. */
export const RefreshSummary = z.object({
  id: z.string(),
  /** Shown as R-0142. */
  number: z.number().int(),
  note: z.string().nullable(),
  source: RefreshSource,
  state: RefreshState,
  collection: RefreshCollection,
  progress: Progress,
  batchCount: z.number().int(),
  sentBatchCount: z.number().int(),
  /** Distinct causes among its failures. */
  causeCount: z.number().int(),
  by: MemberRef.nullable(),
  /** Whose signature a script sent it with, named if that is a member; null for every other source. */
  signer: z.object({ address: Address, name: z.string().nullable() }).nullable(),
  /** The refreshes whose failed tokens it takes up again. */
  retryOf: z.array(z.object({ id: z.string(), number: z.number().int() })),
  /** Set while nothing more of it is sent; `batch` caused a hold. */
  pause: z
    .object({
      reason: z.enum(['manual', 'hold']),
      at: z.iso.datetime(),
      by: MemberRef.nullable(),
      batch: z.number().int().nullable(),
    })
    .nullable(),
  /** What it waits for that only a person can give. */
  needs: z.array(Need),
  needFacts: NeedFacts,
  /** Set while its query is still being turned into tokens. */
  expanding: z.object({ error: z.string().nullable() }).nullable(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  /** Grows with every change; live updates carry it. */
  version: z.number().int(),
})
export type RefreshSummary = z.infer<typeof RefreshSummary>

/** Everything the refresh page shows except single failures. */
export const RefreshDetail = RefreshSummary.extend({
  batches: z.array(Batch),
  causes: z.array(Cause),
  activity: z.array(Activity),
  quota: Quota,
  /** Null while the headers of this hour are not known. */
  quotaUse: QuotaUse.nullable(),
  timetable: Timetable,
  signature: SignatureState,
  retries: z.array(z.object({ id: z.string(), number: z.number().int(), state: RefreshState })),
  /** The desk's clock when this was read. */
  now: z.iso.datetime(),
})
export type RefreshDetail = z.infer<typeof RefreshDetail>

export const RefreshQuery = z.object({
  network: NetworkSlug.optional(),
  collection: Address.optional(),
  state: RefreshState.optional(),
  source: RefreshSource.optional(),
  member: z.string().max(60).optional(),
  tokenId: TokenId.optional(),
  from: Moment.optional(),
  to: Moment.optional(),
  problems: z.enum(['1']).optional(),
  /** Those that need whoever asks, or anybody. */
  needs: z.enum(['you', 'anyone']).optional(),
  cursor: z.string().max(300).optional(),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
})
export type RefreshQuery = z.infer<typeof RefreshQuery>

export const RefreshPage = z.object({
  items: z.array(RefreshSummary),
  nextCursor: z.string().nullable(),
  previousCursor: z.string().nullable(),
  total: z.number().int(),
})
export type RefreshPage = z.infer<typeof RefreshPage>
