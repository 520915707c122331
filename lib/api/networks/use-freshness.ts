'use client'
import { type Freshness, freshnessOf, type Hearing } from '../../domain/networks/freshness.ts'
import type { NetworkSlug } from '../../domain/networks/network-slug.ts'
import { useNetwork } from './use-network.ts'

/** How fresh a page's view of this network is. `heardAt` is when the page's data last came, by this browser's clock. */
export function useFreshness(slug: NetworkSlug, hearing: Hearing, heardAt: number): Freshness {
  const { card } = useNetwork(slug)
  return freshnessOf(card, hearing, new Date(heardAt).toISOString())
}
