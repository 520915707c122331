import 'server-only'
import { clearCallerCache } from '../../auth/caller-cache.ts'
import { AppError } from '../../core/app-error.ts'
import { endSignaturesOfMember } from '../../db/signatures/signatures.ts'
import { deleteTokensOf } from '../../db/team/access-tokens.ts'
import { findMember, lockMembers, updateMember } from '../../db/team/members.ts'
import { deleteSessionsOf } from '../../db/team/sessions.ts'
import { requireRole, requireSession, type ServiceContext } from '../context.ts'
import { ensureAnAdminRemains } from './ensure-an-admin-remains.ts'

/** Ends the member's sessions and tokens and wipes their signatures; what they did stays in the history under their name. */
export async function removeMember(ctx: ServiceContext, { id }: { id: string }): Promise<void> {
  requireRole(ctx, 'admin')
  requireSession(ctx)
  await ctx.db.$transaction(async (tx) => {
    await lockMembers(tx)
    const member = await findMember(tx, id)
    if (!member) throw new AppError('not_found', 'This member does not exist.')
    await ensureAnAdminRemains(tx, member)
    await updateMember(tx, id, { removedAt: ctx.now() })
    await deleteSessionsOf(tx, id)
    await deleteTokensOf(tx, id)
    await endSignaturesOfMember(tx, id, ctx.now())
  })
  clearCallerCache()
}
