import 'server-only'
import { issueToken } from '../../auth/access-tokens.ts'
import { AppError } from '../../core/app-error.ts'
import { countTokens } from '../../db/team/access-tokens.ts'
import { findMember, lockMembers } from '../../db/team/members.ts'
import type { CreateAccessToken, CreatedAccessToken } from '../../domain/team/access-token-schema.ts'
import { requireSession, type ServiceContext } from '../context.ts'

const MOST = 20
const DAY_MS = 24 * 3_600_000

/** Makes a token for the acting member, whose role it carries. Its secret is in this answer and nowhere else. */
export async function createAccessToken(
  ctx: ServiceContext,
  { name, expiresInDays }: CreateAccessToken,
): Promise<CreatedAccessToken> {
  requireSession(ctx)
  const now = ctx.now()
  const memberId = ctx.member.id
  return ctx.db.$transaction(async (tx) => {
    await lockMembers(tx)
    // One who is removed meanwhile must not find this token alive when added again.
    if (!(await findMember(tx, memberId))) throw new AppError('unauthenticated', 'Sign in first.')
    if ((await countTokens(tx, memberId, now)) >= MOST) {
      throw new AppError('conflict', `You have ${MOST} access tokens. Revoke one that is no longer used.`, {
        reason: 'too_many_tokens',
      })
    }
    const expiresAt = new Date(now.getTime() + expiresInDays * DAY_MS)
    return issueToken(tx, { memberId, name, now, expiresAt })
  })
}
