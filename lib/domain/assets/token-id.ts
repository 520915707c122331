const MAX_UINT256 = (2n ** 256n - 1n).toString()

/** The most ids that one submission, or one list of ids, may name. */
export const IDS_LIMIT = 100_000

/** Of a request that names ids: 100,000 of 78 digits, each with its quotes and a comma, and 10,000 exceptions. */
export const IDS_BODY = { bytes: 9 * 1024 * 1024, items: IDS_LIMIT + 10_000 }

/** A uint256 in canonical decimal, always a string: no sign, no leading zero, no exponent. */
export type TokenId = string

export function isTokenId(value: string): boolean {
  if (!/^(0|[1-9]\d{0,77})$/.test(value)) return false
  // Of one length, numbers sort as their texts do, which costs a tenth of a BigInt.
  return value.length < MAX_UINT256.length || value <= MAX_UINT256
}
