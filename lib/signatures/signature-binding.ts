import 'server-only'
import type { Database } from '../db/connection/open-database.ts'
import type { SignatureOwner } from '../db/signatures/signatures.ts'
import type { Address } from '../domain/networks/address.ts'

/** Satisfied by every service context. */
export type SignatureWork = {
  db: Database['prisma']
  now: () => Date
  networks: { get: (slug: string) => { baseUrl: string } }
}
export type Owner = { network: string; ownerAddress: Address }

/** What a signature of this owner is bound to: the same network at another origin would be somebody else. */
export function bind(work: SignatureWork, { network, ownerAddress }: Owner): SignatureOwner {
  return { network, ownerAddress, baseOrigin: new URL(work.networks.get(network).baseUrl).origin }
}

/** What its secret is sealed with. */
export function bindingOf(id: string, { network, baseOrigin, ownerAddress }: SignatureOwner): string {
  return [id, ownerAddress, network, baseOrigin].join('|')
}
