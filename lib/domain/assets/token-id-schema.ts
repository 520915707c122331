import { z } from 'zod'
import { isTokenId } from './token-id.ts'

/** A uint256 in canonical decimal, always a string: no sign, no leading zero, no exponent. */
export const TokenId = z
  .string()
  .refine(isTokenId, 'A token id is a whole number from 0 to 2^256 - 1, without leading zeros.')
