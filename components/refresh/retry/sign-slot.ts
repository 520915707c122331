import type { ReactNode } from 'react'
import type { Address } from '@/lib/domain/networks/address.ts'
import type { NetworkSlug } from '@/lib/domain/networks/network-slug.ts'

/** How the page lets an owner sign here: wallets are another area's business. */
export type SignSlot = (props: {
  network: NetworkSlug
  collection: Address
  ownerAddress: Address | null
  label: string
  onSigned: () => void
}) => ReactNode
