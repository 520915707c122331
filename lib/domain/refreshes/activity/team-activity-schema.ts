import { z } from 'zod'
import { readZone } from '../../../core/read-zone.ts'
import { Activity } from './activity-schema.ts'

const count = z.number().int()

/** Of a refresh what names it. */
const NamedRefresh = z.object({
  id: z.string(),
  number: count,
  note: z.string().nullable(),
  progress: z.object({ total: count }),
  collection: z.object({ name: z.string() }),
  retryOf: z.array(z.object({ number: count })),
})

/** The newest things that happened to any refresh. */
export const TeamActivity = z.object({
  items: z.array(z.object({ activity: Activity, refresh: NamedRefresh })),
})
export type TeamActivity = z.infer<typeof TeamActivity>

export const DaysQuery = z.object({
  zone: z
    .string()
    .max(60)
    .refine((name) => readZone(name) !== null, 'must name a time zone, such as Europe/Berlin')
    .default('UTC'),
})
export type DaysQuery = z.infer<typeof DaysQuery>

/** What became of tokens in the last days of a time zone, today last. */
export const DayTallies = z.object({
  days: z.array(z.object({ from: z.iso.datetime(), refreshed: count, failed: count })),
  /** Tokens whose latest refresh here failed; with `isMore`, at least so many. */
  failing: z.object({ tokens: count, isMore: z.boolean() }),
})
export type DayTallies = z.infer<typeof DayTallies>
