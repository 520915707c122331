import 'server-only'
import { clearCallerCache } from '../../auth/caller-cache.ts'
import { deleteSession, deleteSessionsOf } from '../../db/team/sessions.ts'
import { requireSession, type ServiceContext } from '../context.ts'

export async function signOut(ctx: ServiceContext): Promise<void> {
  await deleteSession(ctx.db, requireSession(ctx).id)
  clearCallerCache()
}

/** In every browser, this one included. */
export async function signOutEverywhere(ctx: ServiceContext): Promise<void> {
  requireSession(ctx)
  await deleteSessionsOf(ctx.db, ctx.member.id)
  clearCallerCache()
}
