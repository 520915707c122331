import { z } from 'zod'
import { Address } from '../networks/address-schema.ts'

export const AskChallenge = z.strictObject({
  address: Address,
  chainId: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
})
export type AskChallenge = z.infer<typeof AskChallenge>

export const Challenge = z.object({ message: z.string() })
export type Challenge = z.infer<typeof Challenge>

export const SignIn = z.strictObject({
  message: z.string().max(4_000),
  signature: z.string().max(10_000),
  setupToken: z.string().trim().max(300).optional(),
})
export type SignIn = z.infer<typeof SignIn>
