import { z } from 'zod'

/** Tokens per second of one batch at the network: the slow and the fast end of what was seen. */
export const Throughput = z.object({ slow: z.number().positive(), fast: z.number().positive() })
export type Throughput = z.infer<typeof Throughput>

/** When the unsent batches go out and when everything may have settled; null is "not known yet". */
export const Timetable = z.object({
  /** Requests by the earliest time at which they can go out; without `at` that time is not known. */
  sends: z.array(z.object({ at: z.iso.datetime().nullable(), requests: z.number().int() })),
  throughput: Throughput.nullable(),
  finish: z.object({ from: z.iso.datetime(), to: z.iso.datetime() }).nullable(),
})
export type Timetable = z.infer<typeof Timetable>
