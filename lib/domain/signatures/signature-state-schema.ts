import { z } from 'zod'
import { Address } from '../networks/address-schema.ts'

/** Whose signature the desk uses for this refresh, never the signature itself. */
export const SignatureState = z.object({
  ownerAddress: Address.nullable(),
  ownerName: z.string().nullable(),
  state: z.enum(['none', 'accepted', 'unproven', 'refused', 'expired', 'deleted', 'not_needed']),
  signedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
})
export type SignatureState = z.infer<typeof SignatureState>
