import type { z } from 'zod'

/** An opaque place in a list. It is read back as untrusted text: nonsense is null. */
export function writeCursor(value: Record<string, string | number | readonly (string | number)[]>): string {
  return btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

export function readCursor<T>(text: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.parse(decodeCursor(text))
  } catch {
    return null
  }
}

/** What it says, as yet unchecked; undefined for a text that is no cursor. */
export function decodeCursor(text: string): unknown {
  try {
    return JSON.parse(atob(text.replaceAll('-', '+').replaceAll('_', '/')))
  } catch {
    return undefined
  }
}
