import 'server-only'
import { AppError } from '../../core/app-error.ts'
import { ownsKnownCollection } from '../../db/signatures/signatures.ts'
import type { GiveSignature } from '../../domain/signatures/signature-schema.ts'
import type { SignatureState } from '../../domain/signatures/signature-state-schema.ts'
import { describeSignature } from '../../signatures/describe-signature.ts'
import { storeSignature } from '../../signatures/store-signature.ts'
import { resumeOwner } from '../authority/resume-waiting.ts'
import type { ServiceContext } from '../context.ts'

/** Keeps the acting owner's signature and lets what waited for it go on. Any role may: it needs only the owner. */
export async function giveSignature(ctx: ServiceContext, input: GiveSignature): Promise<SignatureState> {
  const { network, ownerAddress } = input
  ctx.networks.get(network)
  if (!(await ownsKnownCollection(ctx.db, network, ownerAddress))) {
    throw new AppError('forbidden', 'This wallet owns no collection that was opened here on this network.', {
      reason: 'not_owner',
    })
  }
  await storeSignature(ctx, input)
  await resumeOwner(ctx, { network, ownerAddress }, ctx.member.id)
  return describeSignature(ctx, { network, ownerAddress })
}
