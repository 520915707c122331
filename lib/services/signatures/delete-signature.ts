import 'server-only'
import { AppError } from '../../core/app-error.ts'
import { findGrant } from '../../db/signatures/signatures.ts'
import { hasRole } from '../../domain/team/model.ts'
import { endGrant } from '../../signatures/signatures.ts'
import type { ServiceContext } from '../context.ts'

/** Wipes the signature at once. What is not sent yet waits for a new one. Owners and admins only. */
export async function deleteGrant(ctx: ServiceContext, { id }: { id: string }): Promise<void> {
  const grant = await findGrant(ctx.db, id)
  const isAllowed = grant?.ownerAddress === ctx.member.address || hasRole(ctx.member.role, 'admin')
  if (!grant || !isAllowed || !(await endGrant(ctx, id, 'deleted'))) {
    throw new AppError('not_found', 'There is no such signature, or it is deleted already.')
  }
}
