import { z } from 'zod'
import { ChangeMember } from '@/lib/domain/team/members-schema.ts'
import { Member } from '@/lib/domain/team/model-schema.ts'
import { route } from '@/lib/http/route.ts'
import { changeMember } from '@/lib/services/team/change-member.ts'
import { removeMember } from '@/lib/services/team/remove-member.ts'

const params = z.object({ id: z.string().max(60) })

export const PATCH = route(
  { params, body: ChangeMember, response: Member, role: 'admin' },
  ({ ctx, params, body }) => changeMember(ctx, { ...params, ...body }),
)

export const DELETE = route({ params, response: z.undefined(), role: 'admin' }, ({ ctx, params }) =>
  removeMember(ctx, params),
)
