import { isTokenId } from './token-id.ts'

/** Why a piece of text is no token id, in a sentence for the person who pasted it; null when it is one. */
export function findTokenIdFault(text: string): string | null {
  if (isTokenId(text)) return null
  if (/^0\d+$/.test(text)) return 'Token ids have no leading zeros. A thousands separator does this too.'
  if (/^\d+$/.test(text)) return 'Larger than any token id can be (2^256 - 1).'
  if (/^[+-]?[\d.,]+e[+-]?\d+$/i.test(text)) {
    return 'Scientific notation has lost digits. Format the column as text and export it again.'
  }
  if (/^-\d+$/.test(text)) return 'Token ids are never negative.'
  if (/^\d*\.\d+$|^\d+\.$/.test(text)) return 'Token ids are whole numbers.'
  if (/^0x[0-9a-f]+$/i.test(text)) return 'Hexadecimal. Write the id in decimal.'
  return 'Not a token id.'
}
