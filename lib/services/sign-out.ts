import 'server-only'
import { deleteSession, deleteSessionsOf } from '../db/sessions.ts'
import type { ServiceContext } from './context.ts'

export async function signOut(ctx: ServiceContext): Promise<void> {
  await deleteSession(ctx.db, ctx.sessionId)
}

/** In every browser, this one included. */
export async function signOutEverywhere(ctx: ServiceContext): Promise<void> {
  await deleteSessionsOf(ctx.db, ctx.member.id)
}
