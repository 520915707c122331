import { z } from 'zod'
import { RefreshSummary } from './model-schema.ts'

/** What the live list of refreshes says: the first time what is current, later what changed. */
export const ChangedItems = z.object({ items: z.array(RefreshSummary) })
export type ChangedItems = z.infer<typeof ChangedItems>
