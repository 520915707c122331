import { z } from 'zod'

/** Why an answer of a metadata API is of no use to Immutable X. */
const faultKinds = [
  'no_answer',
  'too_slow',
  'redirect',
  'status',
  'bot_check',
  'empty',
  'html',
  'xml',
  'text',
  'compressed',
  'not_utf8',
  'byte_order_mark',
  'data_uri',
  'null',
  'list',
  'string',
  'json_in_text',
  'value',
  'trailing_comma',
  'bad_number',
  'bad_json',
  'cut_off',
  'too_large',
  'too_deep',
  'wrong_type',
] as const
export const FaultKind = z.enum(faultKinds)
export type FaultKind = z.infer<typeof FaultKind>

/** What is accepted, and yet may surprise whoever reads the metadata. */
export const warningKinds = [
  'duplicate_key',
  'unstorable_text',
  'long_text',
  'large_number',
  'attributes_shape',
  'attribute_shape',
  'attribute_null',
  'image_address',
] as const
const WarningKind = z.enum(warningKinds)
export type WarningKind = z.infer<typeof WarningKind>

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
export const Finding = z.object({ kind: z.union([FaultKind, WarningKind]), ...Facts.shape })
export type Finding = z.infer<typeof Finding>

export type Fault = Finding & { kind: FaultKind }
