import { z } from 'zod'
import { Moment } from '../../../core/moment-schema.ts'

/** Where a refresh stands in the history: when it was made and, within a millisecond, its number. */
const Place = z.tuple([Moment, z.number().int().min(0).max(2_147_483_647)])
export type HistoryPlace = z.infer<typeof Place>

export const RefreshCursor = z.union([
  z.object({ before: Place }).strict(),
  z.object({ after: Place }).strict(),
])
export const FailureCursor = z.object({ id: z.uuid() }).strict()
