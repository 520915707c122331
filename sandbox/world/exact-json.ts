type Reviver = (key: string, value: unknown, context: { source?: string }) => unknown
type SourceAccess = {
  parse: (text: string, reviver: Reviver) => unknown
  rawJSON: (source: string) => object
}

// TypeScript's library does not know source text access (ES2026), which Node has.
const json = JSON as unknown as SourceAccess

/** Longer numbers than these may lose digits; shorter ones are left to the faster way. */
const LONG_NUMBER = /[\d.]{16}|\de[+-]?\d{3}/i

/** Like `JSON.parse`, but a number that JavaScript would change is written again as it was read. */
export function parseExact(text: string): unknown {
  if (!LONG_NUMBER.test(text)) return JSON.parse(text)
  return json.parse(text, (_key, value, { source }) =>
    typeof value === 'number' && source !== undefined && String(value) !== source
      ? json.rawJSON(source)
      : value,
  )
}

/** A value as a filter compares it; metadata may hold objects that have no text of their own. */
export const textOf = (value: unknown): string =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)
