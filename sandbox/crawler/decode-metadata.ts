import type { Settings } from '../settings.ts'
import type { Metadata } from '../world/behaviour.ts'
import { parseExact } from '../world/exact-json.ts'

/** The object that an answer holds, if it was sent as JSON, in UTF-8, and is neither too large nor too deep. */
export function decodeMetadata(
  contentType: string | undefined,
  bytes: Buffer,
  settings: Settings,
): Metadata | null {
  if (!/^application\/json\s*(;|$)/i.test(contentType ?? '') || bytes.length > settings.crawl_max_bytes)
    return null
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const value = parseExact(text)
    // A list has another prototype, and a number that kept its digits has none.
    const isObject = value !== null && Object.getPrototypeOf(value) === Object.prototype
    return isObject && !isDeeper(value, settings.crawl_max_depth) ? (value as Metadata) : null
  } catch {
    return null
  }
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((child) => isDeeper(child, levels - 1))
}
