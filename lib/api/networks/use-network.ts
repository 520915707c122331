'use client'
import { useQuery } from '@tanstack/react-query'
import type { NetworkCard } from '../../domain/networks/network-card-schema.ts'
import type { NetworkSlug } from '../../domain/networks/network-slug.ts'
import { useSession } from '../use-session.ts'
import { networksQuery } from './networks.ts'

/** A network by its name, and what is known of it; null until that is read. */
export function useNetwork(slug: NetworkSlug): { name: string; card: NetworkCard | null } {
  const { networks } = useSession()
  const card = useQuery(networksQuery()).data?.items.find((each) => each.slug === slug) ?? null
  return { name: card?.name ?? networks.find((each) => each.slug === slug)?.name ?? slug, card }
}
