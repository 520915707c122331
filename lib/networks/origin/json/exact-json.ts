/** A number whose digits JavaScript cannot hold; `JSON.stringify` writes it as it was read. */
export type ExactNumber = { readonly rawJSON: string }

type Reviver = (key: string, value: unknown, context?: { source?: string }) => unknown
type SourceAccess = {
  parse: (text: string, reviver: Reviver) => unknown
  rawJSON?: (source: string) => ExactNumber
  isRawJSON?: (value: unknown) => value is ExactNumber
}

// TypeScript's library does not know source text access (ES2026), which Node has, and browsers since early 2025.
const json = JSON as unknown as SourceAccess

/** Below this nothing can be lost, and parsing costs a fifth. */
const MAY_LOSE_DIGITS = /[\d.]{16}|\de[+-]?\d{3}/i

/** Like `JSON.parse`, but no number changes its digits: one that does not fit becomes an `ExactNumber`. */
export function parseExact(text: string): unknown {
  if (!MAY_LOSE_DIGITS.test(text)) return JSON.parse(text)
  return json.parse(text, (_key, value, context) => {
    const source = typeof value === 'number' ? context?.source : undefined
    return source === undefined || fits(Number(value), source) ? value : (json.rawJSON?.(source) ?? value)
  })
}

export const isExactNumber = (value: unknown): value is ExactNumber => json.isRawJSON?.(value) ?? false

/** Nobody writes a number as long as this that fits, and comparing one of a million digits would take for ever. */
const LONGEST_COMPARED = 100

const fits = (value: number, source: string) =>
  source.length <= LONGEST_COMPARED && canonical(String(value)) === canonical(source)

/** One spelling for each decimal number, so that `1.0`, `1` and `10e-1` are the same. */
function canonical(number: string): string {
  const [, sign, whole = '', fraction = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(number) ?? []
  const digits = `${whole}${fraction}`.replace(/^0+/, '')
  const significant = digits.replace(/0+$/, '')
  const exponent = Number(power) - fraction.length + digits.length - significant.length
  return significant === '' ? '0' : `${sign}${significant}e${exponent}`
}
