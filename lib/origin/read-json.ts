import { parseExact } from './exact-json.ts'
import { findDuplicates } from './find-duplicates.ts'
import { findJsonFault } from './find-json-fault.ts'
import type { Finding } from './finding.ts'
import { depthOf } from './json-depth.ts'
import { originRules } from './origin-rules.ts'
import { reviewMetadata } from './review-metadata.ts'

/** Reads a text that begins like JSON: the object in it, or why there is none, and what is odd about it. */
export function readJson(text: string): { metadata: Record<string, unknown> | null; findings: Finding[] } {
  const depth = depthOf(text)
  if (depth > originRules.maxDepth) return { metadata: null, findings: [{ kind: 'too_deep', depth }] }
  const parsed = parse(text)
  if (parsed === undefined) return { metadata: null, findings: [findJsonFault(text)] }
  if (!isObject(parsed.value)) return { metadata: null, findings: [kindOf(parsed.value)] }
  const findings = [...findDuplicates(text), ...reviewMetadata(parsed.value)]
  return { metadata: parsed.value, findings }
}

function parse(text: string): { value: unknown } | undefined {
  try {
    return { value: parseExact(text) }
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function kindOf(value: unknown): Finding {
  if (value === null) return { kind: 'null' }
  if (Array.isArray(value)) return { kind: 'list' }
  if (typeof value !== 'string') return { kind: 'value', word: String(value) }
  const start = value.trimStart()
  return { kind: /^[{[]/.test(start) && parse(start) ? 'json_in_text' : 'string' }
}
