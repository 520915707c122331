import { route } from '@/lib/http/route.ts'
import { GrantState } from '@/lib/refresh/grant-state.ts'
import { giveGrant } from '@/lib/services/give-grant.ts'
import { listGrants } from '@/lib/services/list-grants.ts'
import { GiveGrant, GrantList } from '@/lib/team/grant.ts'

export const GET = route({ response: GrantList }, ({ ctx }) => listGrants(ctx))

export const POST = route({ body: GiveGrant, response: GrantState, status: 201 }, ({ ctx, body }) =>
  giveGrant(ctx, body),
)
