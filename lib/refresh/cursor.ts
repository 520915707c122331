import { z } from 'zod'

/** An opaque place in a list. It is read back as untrusted text: nonsense is null. */
export function writeCursor(value: Record<string, string | number>): string {
  return btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

export function readCursor<T>(text: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.parse(JSON.parse(atob(text.replaceAll('-', '+').replaceAll('_', '/'))))
  } catch {
    return null
  }
}

const place = z.number().int().min(0).max(2_147_483_647)
export const RefreshCursor = z.union([
  z.object({ before: place }).strict(),
  z.object({ after: place }).strict(),
])
export const FailureCursor = z.object({ at: z.iso.datetime(), id: z.uuid() }).strict()
