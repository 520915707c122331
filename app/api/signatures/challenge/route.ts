import { SignatureChallenge, SignatureChallengeQuery } from '@/lib/domain/signatures/signature-schema.ts'
import { route } from '@/lib/http/route.ts'
import { createSignatureChallenge } from '@/lib/services/signatures/create-signature-challenge.ts'

export const GET = route({ query: SignatureChallengeQuery, response: SignatureChallenge }, ({ ctx, query }) =>
  createSignatureChallenge(ctx, query),
)
