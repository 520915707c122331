import 'server-only'
import { AppError } from '../../core/app-error.ts'
import type { AuthorityKind } from '../../networks/provider/credential.ts'
import type { WorkContext } from '../context.ts'
import { requireOpen } from '../networks/require-open.ts'
import type { Authority, Holder, Permit, Purpose } from './authority.ts'
import { ownerSignature } from './owner-signature.ts'
import { serverKey } from './server-key.ts'

const authorities: Record<AuthorityKind, Authority> = {
  owner_signature: ownerSignature,
  server_key: serverKey,
}

/** By what this network lets the desk refresh a collection. Throws `not_found` for one that is not switched on. */
export const authorityOf = (
  work: Pick<WorkContext, 'networks'>,
  { network }: { network: string },
): Authority => authorities[work.networks.get(network).authority]

export const findPermit = (
  work: WorkContext,
  holder: Holder,
  purpose: Purpose = 'send',
): Promise<Permit | null> => authorityOf(work, holder).find(work, holder, purpose)

/** Forgets what nothing of the holder needs any more. On a network that is not switched on everything stays as it is. */
export async function endIdle(work: WorkContext, holder: Holder): Promise<void> {
  if (work.networks.find(holder.network)) await authorityOf(work, holder).endIdle(work, holder)
}

/** Throws `conflict` with what a person must do, unless a refresh of this collection may be started. */
export async function requirePermit(work: WorkContext, holder: Holder): Promise<void> {
  await requireOpen(work.networks.get(holder.network))
  if (await findPermit(work, holder, 'start')) return
  const { message, reason } = authorityOf(work, holder).missing
  throw new AppError('conflict', message, { reason })
}
