import { decodeBody } from './decode-body.ts'
import type { Finding } from './finding.ts'
import { isMediaType } from './media-type.ts'
import { originRules } from './origin-rules.ts'
import { readJson } from './read-json.ts'
import { readStatus } from './read-status.ts'
import { recogniseText } from './recognise-text.ts'

/** What is known of one answer; a failure that the network reports knows only the address, the status and the body. */
export type Answer = {
  url?: string | null
  /** Null when no answer came. */
  status: number | null
  body: string | Uint8Array | null
  /** Undefined where nobody knows; null when none was sent. */
  contentType?: string | null
  contentLength?: number | null
  location?: string | null
  /** Of the whole body, where `body` is only its beginning. */
  bytes?: number
  /** Until the last byte. */
  elapsedMs?: number
}

export type Reading = {
  /** The object that was served, when it can be read; no number has lost a digit (`exact-json.ts`). */
  metadata: Record<string, unknown> | null
  /** Faults first: the first of them decides. */
  findings: Finding[]
}

/** Judges an answer of a studio's metadata API by the rules of Immutable X. Pure: it fetches nothing. */
export function readAnswer(answer: Answer): Reading {
  const before = readTransport(answer)
  if (before.length > 0) return { metadata: null, findings: before }
  const { text, faults } = decodeBody(answer.body ?? '')
  const bytes = answer.bytes ?? sizeOf(answer.body)
  const size: Finding[] = bytes > originRules.maxBytes ? [{ kind: 'too_large', bytes }] : []
  const other = recogniseText(text)
  if (other) return { metadata: null, findings: [other, ...size] }
  const { metadata, findings } = readJson(text)
  return { metadata, findings: [...size, ...faults, ...typeFault(answer), ...findings] }
}

/** Everything that is wrong before anybody looks into the body. */
function readTransport(answer: Answer): Finding[] {
  const { status, elapsedMs, contentLength, body } = answer
  if (elapsedMs !== undefined && elapsedMs > originRules.timeoutMs)
    return [{ kind: 'too_slow', ms: elapsedMs }]
  if (status === null) return [{ kind: 'no_answer' }]
  if (status !== 200) return [readStatus({ ...answer, status })]
  const bytes = answer.bytes ?? sizeOf(body)
  if (contentLength && bytes < contentLength) return [{ kind: 'cut_off', bytes, expected: contentLength }]
  return []
}

function typeFault({ contentType }: Answer): Finding[] {
  if (contentType === undefined || isMediaType(contentType, originRules.mediaType)) return []
  return [{ kind: 'wrong_type', ...(contentType !== null && { type: contentType }) }]
}

const sizeOf = (body: string | Uint8Array | null) =>
  typeof body === 'string' ? new TextEncoder().encode(body).length : (body?.length ?? 0)
