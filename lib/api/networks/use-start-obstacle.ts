'use client'
import { useQuery } from '@tanstack/react-query'
import type { NetworkSlug } from '../../domain/networks/network-slug.ts'
import { type StartObstacle, startObstacle } from '../../domain/networks/start-obstacle.ts'
import { networksQuery } from './networks.ts'

/** Why what is submitted to these networks now would not all start now, the gravest reason first; null when it would. */
export function useStartObstacle(slugs: readonly NetworkSlug[]): StartObstacle | null {
  const cards = useQuery(networksQuery()).data?.items.filter(({ slug }) => slugs.includes(slug)) ?? []
  const found = cards.map(({ state }) => startObstacle(state))
  const gravest = (['closed', 'silent', 'read_only'] as const).find((one) => found.includes(one))
  return gravest ?? null
}
