import { z } from 'zod'

/** What the network's headers last said a project may still send; null fields are "not known yet". */
export const Quota = z.object({
  limit: z.number().int().nullable(),
  remaining: z.number().int().nullable(),
  resetsAt: z.iso.datetime().nullable(),
  seenAt: z.iso.datetime().nullable(),
})
export type Quota = z.infer<typeof Quota>

/** Who spent the requests of this hour. `elsewhere` is what the headers say beyond our own count. */
export const QuotaUse = z.object({
  here: z.number().int(),
  others: z.number().int(),
  elsewhere: z.number().int(),
})
export type QuotaUse = z.infer<typeof QuotaUse>
