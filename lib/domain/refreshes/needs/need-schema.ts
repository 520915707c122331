import { z } from 'zod'
import { needs } from './need.ts'

export const Need = z.enum(needs)

const count = z.number().int()

/** What is to be said of each thing that a refresh needs, as far as lists know it. */
export const NeedFacts = z
  .object({
    signature: z.object({ batches: count }),
    /** The batch whose failures caused the hold. */
    resume: z.object({ batch: count, failed: count, tokens: count }),
    /** The first batch that needs a decision, and what the network lists that may be it. */
    decision: z.object({
      batch: count,
      sentAt: z.iso.datetime().nullable(),
      candidates: count,
      isComplete: z.boolean(),
    }),
    /** What the network has accepted and not finished. */
    stalled: z.object({ batches: count, pending: count }),
  })
  .partial()
export type NeedFacts = z.infer<typeof NeedFacts>
