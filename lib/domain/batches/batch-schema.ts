import { z } from 'zod'
import { BatchState, WaitReason } from './state-schema.ts'

/** Exact counts; the five add up to `total`. Tokens of a lost batch, and those that a finished one does not account for, are `unknown`; those of a cancelled one were never sent. */
export const Progress = z.object({
  total: z.number().int(),
  succeeded: z.number().int(),
  failed: z.number().int(),
  pending: z.number().int(),
  unknown: z.number().int(),
  cancelled: z.number().int(),
})
export type Progress = z.infer<typeof Progress>

/** A refresh that the network lists, that no batch has, and that may be a lost batch. */
export const Candidate = z.object({
  reference: z.string(),
  /** Null when the network does not tell it. */
  startedAt: z.iso.datetime().nullable(),
  status: z.string(),
  succeeded: z.number().int(),
  failed: z.number().int(),
  pending: z.number().int(),
})
export type Candidate = z.infer<typeof Candidate>

export const Batch = z.object({
  id: z.string(),
  /** From 1, in the order of sending. */
  position: z.number().int(),
  state: BatchState,
  wait: WaitReason.nullable(),
  /** When a waiting batch is tried again, if a time is known. */
  notBefore: z.iso.datetime().nullable(),
  /** What the network calls it. */
  reference: z.string().nullable(),
  /** The network's own word for how far it is; null while nobody has heard of it since it was accepted. */
  stage: z.string().nullable(),
  progress: Progress,
  sentAt: z.iso.datetime().nullable(),
  acceptedAt: z.iso.datetime().nullable(),
  /** When the network was first seen working on it. */
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  /** The network's own words for a rejection, or ours for what is unknown. */
  reason: z.string().nullable(),
  /** The search for a lost batch in the network's list; null for every other. */
  search: z
    .object({
      searches: z.number().int(),
      lastSearchAt: z.iso.datetime().nullable(),
      nextSearchAt: z.iso.datetime().nullable(),
      /** From then on a complete list without it counts as absence. */
      decideAt: z.iso.datetime(),
      candidates: z.array(Candidate),
      /** The last search saw everything that may be this batch. */
      isComplete: z.boolean(),
      needsPerson: z.boolean(),
    })
    .nullable(),
  /** How often it was sent again because the network never showed it. */
  resends: z.number().int(),
})
export type Batch = z.infer<typeof Batch>
