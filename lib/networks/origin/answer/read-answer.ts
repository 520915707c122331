import { byteSize } from '../byte-size.ts'
import type { Fault, Finding } from '../finding-schema.ts'
import { findDuplicates } from '../json/find-duplicates.ts'
import { readJson } from '../json/read-json.ts'
import type { Metadata } from '../metadata/metadata.ts'
import { reviewMetadata } from '../metadata/review-metadata.ts'
import { originRules } from '../origin-rules.ts'
import { decodeBody } from './decode-body.ts'
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
  metadata: Metadata | null
  /** Faults first: the first of them decides. */
  findings: Finding[]
}

/** Judges an answer of a studio's metadata API by the rules of Immutable X. Pure: it fetches nothing. */
export function readAnswer(answer: Answer): Reading {
  const { metadata, text, faults } = findFaults(answer)
  const warnings = metadata ? [...findDuplicates(text), ...reviewMetadata(metadata)] : []
  return { metadata, findings: [...faults, ...warnings] }
}

/** The same without the warnings, which cost most. */
export function findFaults(answer: Answer): { metadata: Metadata | null; text: string; faults: Fault[] } {
  const before = readTransport(answer)
  if (before.length > 0) return { metadata: null, text: '', faults: before }
  const { text, faults } = decodeBody(answer.body ?? '')
  const other = recogniseText(text)
  if (other) return { metadata: null, text, faults: [other] }
  const bytes = answer.bytes ?? byteSize(answer.body)
  if (bytes > originRules.maxBytes) return { metadata: null, text, faults: [{ kind: 'too_large', bytes }] }
  const json = readJson(text)
  const found = 'fault' in json ? [json.fault] : []
  return {
    metadata: 'metadata' in json ? json.metadata : null,
    text,
    faults: [...faults, ...typeFault(answer), ...found],
  }
}

/** Everything that is wrong before anybody looks into the body. */
function readTransport(answer: Answer): Fault[] {
  const { status, elapsedMs, contentLength, body } = answer
  if (elapsedMs !== undefined && elapsedMs > originRules.timeoutMs)
    return [{ kind: 'too_slow', ms: elapsedMs }]
  if (status === null) return [{ kind: 'no_answer' }]
  if (status !== 200) return [readStatus({ ...answer, status })]
  if (!contentLength) return []
  const bytes = answer.bytes ?? byteSize(body)
  return bytes < contentLength ? [{ kind: 'cut_off', bytes, expected: contentLength }] : []
}

function typeFault({ contentType }: Answer): Fault[] {
  if (contentType === undefined) return []
  const [mediaType] = contentType?.split(';', 1) ?? []
  if (mediaType?.trim().toLowerCase() === originRules.mediaType) return []
  return [{ kind: 'wrong_type', ...(contentType !== null && { type: contentType }) }]
}
