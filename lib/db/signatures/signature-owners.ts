import 'server-only'
import { Address } from '../../domain/networks/address-schema.ts'
import type { Db } from '../connection/client.ts'

/** The owners whose signature the desk holds right now. */
export async function listSignatureOwners(db: Db): Promise<{ network: string; ownerAddress: Address }[]> {
  const rows = await db.signature.findMany({
    where: { endedAt: null },
    distinct: ['network', 'ownerAddress'],
    select: { network: true, ownerAddress: true },
  })
  return rows.map(({ network, ownerAddress }) => ({ network, ownerAddress: Address.parse(ownerAddress) }))
}
