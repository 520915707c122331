import 'server-only'
import { isWellKnownTestAccount } from '../../auth/well-known-test-accounts.ts'
import { AppError } from '../../core/app-error.ts'
import { findMemberByAddress, lockMembers, saveMember } from '../../db/team/members.ts'
import type { AddMember } from '../../domain/team/members-schema.ts'
import type { Member } from '../../domain/team/model-schema.ts'
import { config } from '../../env/config.ts'
import { requireRole, requireSession, type ServiceContext } from '../context.ts'

/** From now on this address may sign in. A member who was removed comes back with the new role. */
export async function addMember(ctx: ServiceContext, input: AddMember): Promise<Member> {
  requireRole(ctx, 'admin')
  requireSession(ctx)
  if (config().mode === 'real' && isWellKnownTestAccount(input.address)) {
    throw new AppError(
      'invalid_request',
      'The private key of this address is publicly known, so it can’t be used here.',
      {
        reason: 'public_key',
      },
    )
  }
  return ctx.db.$transaction(async (tx) => {
    await lockMembers(tx)
    if (await findMemberByAddress(tx, input.address)) {
      throw new AppError('conflict', 'This address is already a member.', { reason: 'already_member' })
    }
    return saveMember(tx, { ...input, now: ctx.now() })
  })
}
