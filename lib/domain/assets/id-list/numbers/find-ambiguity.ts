import { isTokenId } from '../../token-id.ts'

/** What a person must be asked about, because a number can be meant in more than one way. */
export type AmbiguityKind = 'thousands' | 'zeros' | 'rounded'

const THOUSANDS = /^[1-9]\d{0,2}([,.'’_ \u00a0\u2007\u2009\u202f])\d{3}(?:\1\d{3})*$/

/** The id that a number is perhaps meant to be, and why that is not sure. */
export function findAmbiguity(text: string): { doubt: AmbiguityKind; id: string } | null {
  if (isTokenId(text)) return isRounded(text) ? { doubt: 'rounded', id: text } : null
  const joined = THOUSANDS.test(text) ? text.replace(/\D/g, '') : ''
  if (isTokenId(joined)) return { doubt: 'thousands', id: joined }
  const short = /^0\d+$/.test(text) ? text.replace(/^0+(?=\d)/, '') : ''
  return isTokenId(short) ? { doubt: 'zeros', id: short } : null
}

/** Floating point keeps 15 to 17 digits and writes zeros for the others. */
function isRounded(id: string): boolean {
  const significant = id.replace(/0+$/, '').length
  return id.length >= 20 && id.length - significant >= 4 && significant >= 12 && significant <= 17
}
