import 'server-only'
import { AppError } from '../../core/app-error.ts'
import { findSignature } from '../../db/signatures/signatures.ts'
import { hasRole } from '../../domain/team/model.ts'
import { endSignature } from '../../signatures/signatures.ts'
import type { ServiceContext } from '../context.ts'

/** Wipes the signature at once. What is not sent yet waits for a new one. Owners and admins only. */
export async function deleteSignature(ctx: ServiceContext, { id }: { id: string }): Promise<void> {
  const signature = await findSignature(ctx.db, id)
  const isAllowed = signature?.ownerAddress === ctx.member.address || hasRole(ctx.member.role, 'admin')
  if (!signature || !isAllowed || !(await endSignature(ctx, id, 'deleted'))) {
    throw new AppError('not_found', 'This signature does not exist or is already deleted.')
  }
}
