import { GrantChallenge, GrantChallengeQuery } from '@/lib/domain/signatures/signature.ts'
import { route } from '@/lib/http/route.ts'
import { createGrantChallenge } from '@/lib/services/signatures/create-signature-challenge.ts'

export const GET = route({ query: GrantChallengeQuery, response: GrantChallenge }, ({ ctx, query }) =>
  createGrantChallenge(ctx, query),
)
