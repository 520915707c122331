import 'server-only'
import { clearCallerCache } from '../../auth/caller-cache.ts'
import { getPreferences, updateMember } from '../../db/team/members.ts'
import type { Member } from '../../domain/team/model-schema.ts'
import type { ChangeMe, Preferences } from '../../domain/team/session-schema.ts'
import type { ServiceContext } from '../context.ts'

/** Everybody names themselves and keeps their own preferences. */
export async function changeMe(
  ctx: ServiceContext,
  { name, shortcuts, hidesFirstRun }: ChangeMe,
): Promise<{ member: Member; preferences: Preferences }> {
  const member = await updateMember(ctx.db, ctx.member.id, {
    ...(name !== undefined && { name }),
    ...(shortcuts !== undefined && { shortcuts }),
    ...(hidesFirstRun !== undefined && { hidesFirstRun }),
  })
  clearCallerCache()
  return { member, preferences: await getPreferences(ctx.db, member.id) }
}
