import 'server-only'
import type { Address } from '../../domain/networks/address.ts'
import type { NetworkSlug } from '../../domain/networks/network-slug.ts'
import type { SignatureChallenge } from '../../domain/signatures/signature-schema.ts'
import { readCollection } from '../collections/read-collection.ts'
import type { ServiceContext } from '../context.ts'

/** The number for the owner to sign, by the desk's clock: a wrong clock on a person's machine changes nothing. */
export async function createSignatureChallenge(
  ctx: ServiceContext,
  { network, collection }: { network: NetworkSlug; collection: Address },
): Promise<SignatureChallenge> {
  const { collection: found } = await readCollection(ctx, { network, address: collection })
  const now = ctx.now()
  return {
    timestamp: String(Math.floor(now.getTime() / 1000)),
    ownerAddress: found.ownerAddress,
    now: now.toISOString(),
  }
}
