export const KEPT_BODY_BYTES = 16 * 1024

export type FailureBody = { body: string | null; bodyBytes: number; isTruncated: boolean }

/** What is stored of a body: PostgreSQL has no NUL in text, and the first 16 KiB are enough to see what went wrong. */
export function failureBody(received: string | null): FailureBody {
  if (received === null) return { body: null, bodyBytes: 0, isTruncated: false }
  const bytes = new TextEncoder().encode(received)
  const isTruncated = bytes.length > KEPT_BODY_BYTES
  const kept = isTruncated
    ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, boundary(bytes)))
    : received
  return { body: cleanText(kept), bodyBytes: bytes.length, isTruncated }
}

/** Text that the database takes: without NUL, and with no half of a surrogate pair. */
export function cleanText(text: string): string {
  return text.replaceAll('\0', '\uFFFD').toWellFormed()
}

/** The last place at or before the limit that does not cut a character: continuation bytes start with 10. */
function boundary(bytes: Uint8Array): number {
  let end = KEPT_BODY_BYTES
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end--
  return end
}
