import { badRequest } from './api-error.ts'

/** base64url of compact JSON without padding, as the network's own cursors are. */
export const encodeCursor = (value: Record<string, string>): string =>
  Buffer.from(JSON.stringify(value)).toString('base64url')

/** Refuses what this sandbox cannot have handed out. */
export function decodeCursor<Key extends string>(cursor: string, keys: readonly Key[]): Record<Key, string> {
  try {
    const value = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (keys.every((key) => typeof value[key] === 'string')) return value
  } catch {
    // Falls through to the refusal.
  }
  throw badRequest('Invalid cursor')
}
