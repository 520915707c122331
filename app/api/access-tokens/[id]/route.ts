import { z } from 'zod'
import { route } from '@/lib/http/route.ts'
import { revokeAccessToken } from '@/lib/services/team/revoke-access-token.ts'

const params = z.object({ id: z.string().max(60) })

export const DELETE = route({ params, response: z.undefined() }, ({ ctx, params }) =>
  revokeAccessToken(ctx, params),
)
