import { z } from 'zod'
import { BatchState, WaitReason } from './state.ts'

/** Exact counts; the five add up to `total`. Tokens of an unknown batch are `unknown`, not pending; those of a cancelled one were never sent. */
export const Progress = z.object({
  total: z.number().int(),
  succeeded: z.number().int(),
  failed: z.number().int(),
  pending: z.number().int(),
  unknown: z.number().int(),
  cancelled: z.number().int(),
})
export type Progress = z.infer<typeof Progress>

/** A refresh that the network lists, that nobody has claimed, and that may be an unknown batch. */
export const Candidate = z.object({
  upstreamId: z.string(),
  startedAt: z.iso.datetime(),
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
  upstreamId: z.string().nullable(),
  progress: Progress,
  sentAt: z.iso.datetime().nullable(),
  acceptedAt: z.iso.datetime().nullable(),
  /** When the network was first seen working on it. */
  startedAt: z.iso.datetime().nullable(),
  completedAt: z.iso.datetime().nullable(),
  /** The network's own words for a rejection, or ours for an unknown outcome. */
  reason: z.string().nullable(),
  /** The search for an unknown batch in the network's list; null for every other. */
  search: z
    .object({
      looks: z.number().int(),
      lastLookAt: z.iso.datetime().nullable(),
      nextLookAt: z.iso.datetime().nullable(),
      /** From then on a complete list without it counts as absence. */
      decideAt: z.iso.datetime().nullable(),
      candidates: z.array(Candidate),
      needsPerson: z.boolean(),
    })
    .nullable(),
  /** How often it was sent again because the network never showed it. */
  resends: z.number().int(),
})
export type Batch = z.infer<typeof Batch>
