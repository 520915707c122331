import { GiveGrant, GrantList } from '@/lib/domain/signatures/signature.ts'
import { GrantState } from '@/lib/domain/signatures/signature-state.ts'
import { route } from '@/lib/http/route.ts'
import { giveGrant } from '@/lib/services/signatures/give-signature.ts'
import { listGrants } from '@/lib/services/signatures/list-signatures.ts'

export const GET = route({ response: GrantList }, ({ ctx }) => listGrants(ctx))

export const POST = route({ body: GiveGrant, response: GrantState, status: 201 }, ({ ctx, body }) =>
  giveGrant(ctx, body),
)
