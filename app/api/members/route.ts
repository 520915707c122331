import { AddMember, MemberList } from '@/lib/domain/team/members-schema.ts'
import { Member } from '@/lib/domain/team/model-schema.ts'
import { route } from '@/lib/http/route.ts'
import { addMember } from '@/lib/services/team/add-member.ts'
import { listMembers } from '@/lib/services/team/list-members.ts'

export const GET = route({ response: MemberList }, ({ ctx }) => listMembers(ctx))

export const POST = route(
  { body: AddMember, response: Member, role: 'admin', status: 201 },
  ({ ctx, body }) => addMember(ctx, body),
)
