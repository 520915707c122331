import { z } from 'zod'
import { Timetable } from './timetable-schema.ts'

/** When the newest unfinished refreshes may be finished. */
export const ForecastList = z.object({
  items: z.array(z.object({ id: z.string(), finish: Timetable.shape.finish })),
})
export type ForecastList = z.infer<typeof ForecastList>
