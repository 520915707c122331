import type { ReactNode } from 'react'
import type { Address } from '@/lib/domain/networks/address.ts'
import type { NetworkSlug } from '@/lib/domain/networks/network-slug.ts'

/** Renders the sign panel; passed in because wallets are another area. */
export type SignSlot = (props: {
  network: NetworkSlug
  collection: Address
  ownerAddress: Address | null
  label: string
  onSigned: () => void
}) => ReactNode
