/** A number that a spreadsheet, or a program, has written with an exponent, in any country's way. */
export const isBrokenNumber = (text: string): boolean => /^[+-]?\d[\d.,]*e[+-]?\d+$/i.test(text)

const faults: [RegExp, string][] = [
  [/^\d{78,}$/, 'Larger than any token id can be (2^256 - 1).'],
  [/^-\d+$/, 'Token ids are never negative.'],
  [/^[+-]?[\d,'’ ]*\.\d*$/, 'Token ids are whole numbers.'],
  [/^0x[0-9a-f]{40}$/i, 'This is an address, not a token id.'],
  [/^0x[0-9a-f]+$/i, 'This is hexadecimal. Write the id in decimal.'],
  [/^\d[\d\p{Cf}]*\p{Cf}[\d\p{Cf}]*$/u, 'There is an invisible character inside the number.'],
  [/^\p{Nd}+$/u, 'These digits are from another script. Write the id with the digits 0 to 9.'],
]

/** Why a piece of text that is no token id is none, in a sentence for the person who pasted it. */
export function findIdFault(text: string): string {
  if (isBrokenNumber(text)) {
    return 'A spreadsheet shortened this number, and digits are lost. Format the column as text, then export it again.'
  }
  return faults.find(([pattern]) => pattern.test(text))?.[1] ?? 'Not a token id.'
}
