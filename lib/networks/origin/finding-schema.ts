import { z } from 'zod'
import { faultKinds, type FaultKind as Kind, warningKinds } from './finding.ts'

export const FaultKind = z.enum(faultKinds)

const facts = {
  /** Where in the text, both from 1. */
  line: z.number().int(),
  column: z.number().int(),
  /** The piece of text that is meant. */
  word: z.string(),
  /** The path of a field: `attributes[1].value`. */
  key: z.string(),
  /** A content type as it was sent. */
  type: z.string(),
  /** Where a redirect leads. */
  target: z.string(),
  bytes: z.number().int(),
  /** How many bytes were announced. */
  expected: z.number().int(),
  depth: z.number().int(),
  ms: z.number().int(),
}
const Facts = z.object(facts).partial()
export type Facts = z.infer<typeof Facts>

/** One thing seen in an answer; which facts come with it depends on its kind. */
export const Finding = z.object({ kind: z.union([FaultKind, z.enum(warningKinds)]), ...Facts.shape })
export type Finding = z.infer<typeof Finding>

export type Fault = Finding & { kind: Kind }
