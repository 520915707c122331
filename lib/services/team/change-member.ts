import 'server-only'
import { clearCallerCache } from '../../auth/caller-cache.ts'
import { AppError } from '../../core/app-error.ts'
import { findMember, lockMembers, updateMember } from '../../db/team/members.ts'
import type { ChangeMember } from '../../domain/team/members-schema.ts'
import type { Member } from '../../domain/team/model-schema.ts'
import { requireRole, requireSession, type ServiceContext } from '../context.ts'
import { ensureAnAdminRemains } from './ensure-an-admin-remains.ts'

export async function changeMember(
  ctx: ServiceContext,
  { id, name, role }: ChangeMember & { id: string },
): Promise<Member> {
  requireRole(ctx, 'admin')
  requireSession(ctx)
  const changed = await ctx.db.$transaction(async (tx) => {
    await lockMembers(tx)
    const member = await findMember(tx, id)
    if (!member) throw new AppError('not_found', 'This member does not exist.')
    if (role && role !== 'admin') await ensureAnAdminRemains(tx, member)
    return updateMember(tx, id, { ...(name !== undefined && { name }), ...(role && { role }) })
  })
  clearCallerCache()
  return changed
}
