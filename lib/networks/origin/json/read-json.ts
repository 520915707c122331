import type { Fault } from '../finding-schema.ts'
import { isMetadata, type Metadata } from '../metadata/metadata.ts'
import { originRules } from '../origin-rules.ts'
import { parseExact } from './exact-json.ts'
import { findJsonFault } from './find-json-fault.ts'
import { depthOf } from './json-depth.ts'

/** Reads a text that begins like JSON: the object in it, or why there is none. */
export function readJson(text: string): { metadata: Metadata } | { fault: Fault } {
  const depth = depthOf(text)
  if (depth > originRules.maxDepth) return { fault: { kind: 'too_deep', depth } }
  const parsed = parse(text)
  if (parsed === undefined) return { fault: findJsonFault(text) }
  return isMetadata(parsed.value) ? { metadata: parsed.value } : { fault: kindOf(parsed.value) }
}

function parse(text: string): { value: unknown } | undefined {
  try {
    return { value: parseExact(text) }
  } catch {
    return undefined
  }
}

function kindOf(value: unknown): Fault {
  if (value === null) return { kind: 'null' }
  if (Array.isArray(value)) return { kind: 'list' }
  if (typeof value !== 'string') return { kind: 'value', word: JSON.stringify(value) }
  const start = value.trimStart()
  return { kind: /^[{[]/.test(start) && parse(start) ? 'json_in_text' : 'string' }
}
