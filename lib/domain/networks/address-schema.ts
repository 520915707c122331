import { z } from 'zod'

/** An Ethereum address, kept in lower case everywhere inside the desk so that equality is string equality. */
export const Address = z
  .string()
  .trim()
  .regex(/^0x[0-9a-fA-F]{40}$/, 'An address is 0x followed by 40 hexadecimal digits.')
  .transform((value) => value.toLowerCase() as `0x${string}`)
export type Address = z.infer<typeof Address>
