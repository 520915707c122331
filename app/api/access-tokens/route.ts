import {
  AccessTokenList,
  CreateAccessToken,
  CreatedAccessToken,
} from '@/lib/domain/team/access-token-schema.ts'
import { route } from '@/lib/http/route.ts'
import { createAccessToken } from '@/lib/services/team/create-access-token.ts'
import { listAccessTokens } from '@/lib/services/team/list-access-tokens.ts'

export const GET = route({ response: AccessTokenList }, ({ ctx }) => listAccessTokens(ctx))

export const POST = route(
  { body: CreateAccessToken, response: CreatedAccessToken, status: 201 },
  ({ ctx, body }) => createAccessToken(ctx, body),
)
