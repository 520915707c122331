import { z } from 'zod'
import { Moment } from '../../core/moment.ts'

/** An opaque place in a list. It is read back as untrusted text: nonsense is null. */
export function writeCursor(value: Record<string, string | number | readonly (string | number)[]>): string {
  return btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

export function readCursor<T>(text: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.parse(JSON.parse(atob(text.replaceAll('-', '+').replaceAll('_', '/'))))
  } catch {
    return null
  }
}

/** Where a refresh stands in the history: when it was made and, within a millisecond, its number. */
const Place = z.tuple([Moment, z.number().int().min(0).max(2_147_483_647)])
export type HistoryPlace = z.infer<typeof Place>

export const RefreshCursor = z.union([
  z.object({ before: Place }).strict(),
  z.object({ after: Place }).strict(),
])
export const FailureCursor = z.object({ id: z.uuid() }).strict()
