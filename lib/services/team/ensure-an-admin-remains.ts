import 'server-only'
import { AppError } from '../../core/app-error.ts'
import { countAdmins } from '../../db/team/members.ts'
import type { Member } from '../../domain/team/model-schema.ts'

/** Throws when the desk would be left without an admin. Call it with the members locked. */
export async function ensureAnAdminRemains(
  tx: Parameters<typeof countAdmins>[0],
  losing: Member,
): Promise<void> {
  if (losing.role !== 'admin' || (await countAdmins(tx)) > 1) return
  throw new AppError('conflict', 'This is the last admin. Make someone else an admin first.', {
    reason: 'last_admin',
  })
}
