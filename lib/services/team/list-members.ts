import 'server-only'
import * as members from '../../db/team/members.ts'
import type { MemberList } from '../../domain/team/members-schema.ts'
import type { ServiceContext } from '../context.ts'

export async function listMembers(ctx: ServiceContext): Promise<MemberList> {
  return { items: await members.listMembers(ctx.db) }
}
