import { z } from 'zod'
import { FaultKind, Finding } from '../../networks/origin/finding-schema.ts'

/** Why tokens failed, grouped; `key` is stable and goes into URLs and retries. */
export const Cause = z.object({
  key: z.string(),
  errorCode: z.string(),
  httpStatus: z.number().int().nullable(),
  /** What was wrong with the answer, where that tells causes apart. */
  fault: FaultKind.nullable(),
  host: z.string().nullable(),
  count: z.number().int(),
  firstAt: z.iso.datetime(),
  lastAt: z.iso.datetime(),
  isRetryable: z.boolean(),
  title: z.string(),
  /** What happened, in plain words. */
  what: z.string(),
  /** What to do about it. */
  advice: z.string(),
})
export type Cause = z.infer<typeof Cause>

export const Failure = z.object({
  id: z.string(),
  /** A row of an older version may hold any text. */
  tokenId: z.string(),
  batchPosition: z.number().int(),
  reference: z.string().nullable(),
  /** The key of its cause. */
  cause: z.string(),
  /** Its cause in plain words. */
  title: z.string(),
  errorCode: z.string(),
  url: z.string().nullable(),
  httpStatus: z.number().int().nullable(),
  body: z.string().nullable(),
  /** Length of the whole body in bytes, where `body` may be only its first 16 KiB. */
  bodyBytes: z.number().int(),
  isTruncated: z.boolean(),
  /** What its body shows, the fault that decided first. */
  findings: z.array(Finding),
  at: z.iso.datetime(),
})
export type Failure = z.infer<typeof Failure>

export const FailurePage = z.object({ items: z.array(Failure), nextCursor: z.string().nullable() })
export type FailurePage = z.infer<typeof FailurePage>

/** Of a refresh or one of its causes, in the order of their numbers. */
export const FailedIds = z.object({ ids: z.array(z.string()) })
export type FailedIds = z.infer<typeof FailedIds>
