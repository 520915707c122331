'use client'

import type { Connection } from '@/lib/api/stream/event-source.ts'
import { useNetwork } from '@/lib/api/use-network.ts'
import { isSilent } from '@/lib/domain/networks/network-card.ts'
import type { NetworkSlug } from '@/lib/domain/networks/network-slug.ts'
import { formatRelative } from '@/lib/format/time.ts'
import { LiveMark } from '../../ui/live-mark.tsx'
import { useZone } from '../../ui/text/clock.tsx'
import { useNow } from '../../ui/text/use-now.ts'

type Props = { connection: Connection; updatedAt: number; slug: NetworkSlug }

/** Whether the page is up to date, and when the network last answered. */
export function LiveLine({ connection, updatedAt, slug }: Props) {
  const now = useNow()
  const zone = useZone()
  const { name, card } = useNetwork(slug)
  const ago = (iso: string) => formatRelative(iso, now, zone)
  if (connection !== 'live')
    return <LiveMark connection={connection}>updated {ago(new Date(updatedAt).toISOString())}</LiveMark>
  if (card && isSilent(card.state)) return <LiveMark connection="lost">{name} does not answer</LiveMark>
  return (
    <LiveMark connection="live">
      {card?.lastGoodAt ? `${name} answered ${ago(card.lastGoodAt)}` : null}
    </LiveMark>
  )
}
