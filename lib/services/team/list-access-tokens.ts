import 'server-only'
import { listTokens } from '../../db/team/access-tokens.ts'
import type { AccessTokenList } from '../../domain/team/access-token-schema.ts'
import { hasRole } from '../../domain/team/model.ts'
import { requireSession, type ServiceContext } from '../context.ts'

const SHOW_EXPIRED_MS = 30 * 24 * 3_600_000

/** The acting member's own tokens; an admin sees everybody's. */
export async function listAccessTokens(ctx: ServiceContext): Promise<AccessTokenList> {
  requireSession(ctx)
  const { id, role } = ctx.member
  const expiredAfter = new Date(ctx.now().getTime() - SHOW_EXPIRED_MS)
  const memberId = hasRole(role, 'admin') ? null : id
  return { items: await listTokens(ctx.db, { memberId, forMemberId: id, expiredAfter }) }
}
