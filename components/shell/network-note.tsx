'use client'

import dynamic from 'next/dynamic'
import { useNetwork } from '@/lib/api/networks/use-network.ts'
import type { Freshness } from '@/lib/domain/networks/freshness.ts'
import type { NetworkSlug } from '@/lib/domain/networks/network-slug.ts'
import { useIsBack } from './use-is-back.ts'

const NetworkNews = dynamic(() => import('./network-news.tsx').then((module) => module.NetworkNews), {
  loading: () => null,
})

type Props = {
  slug: NetworkSlug
  freshness: Freshness
  /** When the shown copy was stored; set if the network failed to answer for this page. */
  keptSince?: string | null
}

/** Warns when a network is silent, closed or not accepting refreshes, and says shortly when it answers again. */
export function NetworkNote({ slug, freshness, keptSince = null }: Props) {
  const { card } = useNetwork(slug)
  const isSilent = freshness.kind === 'silent'
  const isBack = useIsBack(isSilent)
  const isWell = !isSilent && freshness.kind !== 'closed' && card?.state !== 'read_only'
  if (isWell && keptSince === null && !isBack) return null
  return <NetworkNews slug={slug} freshness={freshness} keptSince={keptSince} />
}
