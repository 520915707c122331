import { z } from 'zod'
import { Address } from '../collection/address.ts'
import { NetworkSlug } from '../collection/network-slug.ts'
import { TokenId } from '../collection/token-id.ts'
import { MemberRef } from '../team/model.ts'
import { BatchState, RefreshState, WaitReason } from './state.ts'

/** Exact counts; the four always add up to `total`. Tokens of an unknown batch are `unknown`, not pending. */
export const Progress = z.object({
  total: z.number().int(),
  succeeded: z.number().int(),
  failed: z.number().int(),
  pending: z.number().int(),
  unknown: z.number().int(),
})
export type Progress = z.infer<typeof Progress>

/** What the network's headers last said a project may still send; null fields are "not known yet". */
export const Quota = z.object({
  limit: z.number().int().nullable(),
  remaining: z.number().int().nullable(),
  resetsAt: z.iso.datetime().nullable(),
  seenAt: z.iso.datetime().nullable(),
})
export type Quota = z.infer<typeof Quota>

export const Batch = z.object({
  id: z.string(),
  /** From 1, in the order of sending. */
  position: z.number().int(),
  state: BatchState,
  wait: WaitReason.nullable(),
  /** When a waiting batch is tried again, if a time is known. */
  notBefore: z.iso.datetime().nullable(),
  upstreamId: z.string().nullable(),
  progress: Progress,
  sentAt: z.iso.datetime().nullable(),
  acceptedAt: z.iso.datetime().nullable(),
  /** When the network was first seen working on it. */
  startedAt: z.iso.datetime().nullable(),
  completedAt: z.iso.datetime().nullable(),
  /** The network's own words for a rejection, or ours for an unknown outcome. */
  reason: z.string().nullable(),
})
export type Batch = z.infer<typeof Batch>

export const RefreshCollection = z.object({
  network: NetworkSlug,
  address: Address,
  name: z.string(),
  imageUrl: z.string().nullable(),
  ownerAddress: Address.nullable(),
  metadataApiUrl: z.string().nullable(),
})
export type RefreshCollection = z.infer<typeof RefreshCollection>

export const RefreshOrigin = z.enum(['desk', 'sample', 'script', 'import'])

/** One row of the history. */
export const RefreshSummary = z.object({
  id: z.string(),
  /** Shown as R-0142. */
  number: z.number().int(),
  note: z.string().nullable(),
  origin: RefreshOrigin,
  state: RefreshState,
  collection: RefreshCollection,
  progress: Progress,
  batchCount: z.number().int(),
  sentBatchCount: z.number().int(),
  /** Distinct causes among its failures. */
  causeCount: z.number().int(),
  by: MemberRef.nullable(),
  retryOf: z.object({ id: z.string(), number: z.number().int() }).nullable(),
  createdAt: z.iso.datetime(),
  settledAt: z.iso.datetime().nullable(),
  /** Grows with every change; live updates carry it. */
  version: z.number().int(),
})
export type RefreshSummary = z.infer<typeof RefreshSummary>

export const Activity = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  kind: z.enum([
    'submitted',
    'signed',
    'batch_accepted',
    'batch_rejected',
    'batch_unknown',
    'batch_completed',
    'waiting_quota',
    'waiting_signature',
    'backoff',
    'resumed',
    'settled',
    'retried',
    'note_changed',
  ]),
  by: MemberRef.nullable(),
  /** Batch position, counts, reason: whatever the sentence for this kind needs. */
  data: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
})
export type Activity = z.infer<typeof Activity>

/** Whose signature the desk uses for this refresh, never the signature itself. */
export const GrantState = z.object({
  ownerAddress: Address.nullable(),
  ownerName: z.string().nullable(),
  state: z.enum(['none', 'accepted', 'unproven', 'refused', 'expired', 'deleted', 'not_needed']),
  signedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
})
export type GrantState = z.infer<typeof GrantState>

/** Why tokens failed, grouped; `key` is stable and goes into URLs and retries. */
export const Cause = z.object({
  key: z.string(),
  errorCode: z.string(),
  httpStatus: z.number().int().nullable(),
  /** How the body looks, when that tells causes apart: a web page, broken JSON, nothing. */
  bodyKind: z.enum(['empty', 'html', 'json', 'text']).nullable(),
  host: z.string().nullable(),
  count: z.number().int(),
  firstAt: z.iso.datetime(),
  lastAt: z.iso.datetime(),
  isRetryable: z.boolean(),
})
export type Cause = z.infer<typeof Cause>

export const Failure = z.object({
  id: z.string(),
  tokenId: TokenId,
  batchPosition: z.number().int(),
  upstreamId: z.string().nullable(),
  errorCode: z.string(),
  url: z.string().nullable(),
  httpStatus: z.number().int().nullable(),
  body: z.string().nullable(),
  /** Length of the whole body in bytes, where `body` may be only its first 16 KiB. */
  bodyBytes: z.number().int(),
  isTruncated: z.boolean(),
  at: z.iso.datetime(),
})
export type Failure = z.infer<typeof Failure>

export const FailurePage = z.object({ items: z.array(Failure), nextCursor: z.string().nullable() })
export type FailurePage = z.infer<typeof FailurePage>

/** Everything the refresh page shows except single failures. */
export const RefreshDetail = RefreshSummary.extend({
  batches: z.array(Batch),
  causes: z.array(Cause),
  activity: z.array(Activity),
  quota: Quota,
  grant: GrantState,
  retries: z.array(z.object({ id: z.string(), number: z.number().int(), state: RefreshState })),
  /** The desk's clock when this was read. */
  now: z.iso.datetime(),
})
export type RefreshDetail = z.infer<typeof RefreshDetail>

export const Note = z.string().trim().max(500)

export const SubmitRefresh = z.object({
  network: NetworkSlug,
  collection: Address,
  selection: z.object({ ids: z.array(TokenId).min(1).max(10_000) }),
  note: Note.optional(),
})
export type SubmitRefresh = z.infer<typeof SubmitRefresh>

export const RetryRefresh = z.object({
  /** One cause only; absent takes every failed token that a retry can mend. */
  cause: z.string().max(300).optional(),
  note: Note.optional(),
})
export type RetryRefresh = z.infer<typeof RetryRefresh>

/** What Review shows before anything is spent. */
export const RefreshPlan = z.object({
  tokens: z.number().int(),
  requests: z.number().int(),
  batchSize: z.number().int(),
  quota: Quota,
  /** Requests that go out before the reset, when the quota is known. */
  sendsNow: z.number().int().nullable(),
  grant: GrantState,
})
export type RefreshPlan = z.infer<typeof RefreshPlan>

export const RefreshQuery = z.object({
  network: NetworkSlug.optional(),
  collection: Address.optional(),
  state: RefreshState.optional(),
  member: z.string().max(60).optional(),
  tokenId: TokenId.optional(),
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
  problems: z.enum(['1']).optional(),
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
