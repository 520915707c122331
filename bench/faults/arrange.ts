import { privateKeyToAccount } from 'viem/accounts'
import { saveMember } from '../../lib/db/team/members.ts'
import { Address } from '../../lib/domain/networks/address-schema.ts'
import { readCollection } from '../../lib/services/collections/read-collection.ts'
import { type ServiceContext, workContext } from '../../lib/services/context.ts'
import type { Network } from '../../lib/services/networks/networks.ts'
import { submitRefresh } from '../../lib/services/refreshes/submit-refresh.ts'
import { giveSignature } from '../../lib/services/signatures/give-signature.ts'
import type { Case } from './facts.ts'

/** The owner, as a member who may submit; batches are small, so that a refresh of several is over in seconds. */
export async function ownerContext(given: Case): Promise<ServiceContext> {
  const work = workContext()
  const address = Address.parse(privateKeyToAccount(given.ownerKey).address)
  const member = await saveMember(work.db, { address, role: 'operator', now: work.now() })
  const get = (slug: string): Network => {
    const network = work.networks.get(slug)
    return { ...network, limits: { ...network.limits, tokensPerRequest: given.batchSize } }
  }
  return {
    ...work,
    networks: { ...work.networks, get },
    member,
    caller: { kind: 'session', id: 'none' },
    requestId: 'faults',
  }
}

/** Signs and submits as a person does, through the services. */
export async function arrange(given: Case): Promise<void> {
  const ctx = await ownerContext(given)
  const collection = Address.parse(given.collection)
  await readCollection(ctx, { network: 'imx', address: collection })
  const timestamp = String(Math.floor(Date.now() / 1000))
  const signature = await privateKeyToAccount(given.ownerKey).signMessage({ message: timestamp })
  await giveSignature(ctx, { network: 'imx', ownerAddress: ctx.member.address, timestamp, signature })
  const ids = Array.from({ length: given.tokens }, (_, index) => String(index + 1))
  await submitRefresh(ctx, { network: 'imx', collection, selection: { ids } })
}
