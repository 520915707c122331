/** Why an answer of a metadata API is of no use to Immutable X. */
export const faultKinds = [
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
export type FaultKind = (typeof faultKinds)[number]

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
export type WarningKind = (typeof warningKinds)[number]
