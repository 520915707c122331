import { z } from 'zod'
import { Address } from '../networks/address-schema.ts'
import { NetworkSlug } from '../networks/network-slug-schema.ts'
import { MemberRef } from '../team/model-schema.ts'

/** One owner's signature as the team sees it: who gave it, how it stands, who used it. Never the signature. */
export const Signature = z.object({
  id: z.string(),
  network: NetworkSlug,
  ownerAddress: Address,
  ownerName: z.string().nullable(),
  /** One that came with a script's request is used to watch, never to send. */
  scope: z.enum(['full', 'watch']),
  isOwn: z.boolean(),
  canDelete: z.boolean(),
  signedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  provenAt: z.iso.datetime().nullable(),
  lastUsedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  endReason: z.enum(['refused', 'expired', 'deleted', 'not_needed']).nullable(),
  /** The newest first, one for each refresh and member. */
  uses: z.array(
    z.object({
      refreshId: z.string(),
      refreshNumber: z.number().int().nullable(),
      by: MemberRef.nullable(),
      at: z.iso.datetime(),
    }),
  ),
})
export type Signature = z.infer<typeof Signature>

export const SignatureList = z.object({ items: z.array(Signature) })
export type SignatureList = z.infer<typeof SignatureList>

export const SignatureChallengeQuery = z.object({ network: NetworkSlug, collection: Address })

/** The number to sign, by the desk's clock. */
export const SignatureChallenge = z.object({
  timestamp: z.string(),
  ownerAddress: Address.nullable(),
  now: z.iso.datetime(),
})
export type SignatureChallenge = z.infer<typeof SignatureChallenge>

export const GiveSignature = z.strictObject({
  network: NetworkSlug,
  ownerAddress: Address,
  timestamp: z.string().max(20),
  signature: z.string().max(10_000),
})
export type GiveSignature = z.infer<typeof GiveSignature>
