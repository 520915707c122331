import { z } from 'zod'

const MAX_UINT256 = 2n ** 256n - 1n

/** The most ids that one submission, or one list of ids, may name. */
export const IDS_LIMIT = 100_000

/** 100,000 ids of 78 digits, each with its quotes and a comma. */
export const IDS_BODY_BYTES = 9 * 1024 * 1024

/** A uint256 in canonical decimal, always a string: no sign, no leading zero, no exponent. */
export const TokenId = z
  .string()
  .refine(isTokenId, 'A token id is a whole number from 0 to 2^256 - 1, without leading zeros.')
export type TokenId = string

export function isTokenId(value: string): boolean {
  return /^(0|[1-9]\d{0,77})$/.test(value) && BigInt(value) <= MAX_UINT256
}
