import { z } from 'zod'

/** The taking over of refreshes that the network lists for a collection and that this desk did not make. */
export const RefreshImportState = z.object({
  state: z.enum(['none', 'running', 'complete', 'stopped']),
  /** How many refreshes the network listed so far, and how many of them were new here. */
  listed: z.number().int(),
  imported: z.number().int(),
  /** Not taken over: they may be a request of this desk's own, or the network does not say enough about them. */
  leftOut: z.number().int(),
  startedAt: z.iso.datetime().nullable(),
  completedAt: z.iso.datetime().nullable(),
  /** Why it stopped, or what it waits for while it runs. */
  error: z.string().nullable(),
})
export type RefreshImportState = z.infer<typeof RefreshImportState>
