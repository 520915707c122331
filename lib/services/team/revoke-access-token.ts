import 'server-only'
import { clearCallerCache } from '../../auth/caller-cache.ts'
import { AppError } from '../../core/app-error.ts'
import { deleteToken } from '../../db/team/access-tokens.ts'
import { hasRole } from '../../domain/team/model.ts'
import { requireSession, type ServiceContext } from '../context.ts'

/** Ends a token of the acting member; an admin ends anybody's. */
export async function revokeAccessToken(ctx: ServiceContext, { id }: { id: string }): Promise<void> {
  requireSession(ctx)
  const memberId = hasRole(ctx.member.role, 'admin') ? null : ctx.member.id
  const isDeleted = await deleteToken(ctx.db, id, memberId)
  clearCallerCache()
  if (!isDeleted) throw new AppError('not_found', 'This access token does not exist.')
}
