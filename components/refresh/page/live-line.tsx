'use client'

import { useNetwork } from '@/lib/api/networks/use-network.ts'
import type { Freshness } from '@/lib/domain/networks/freshness.ts'
import type { NetworkSlug } from '@/lib/domain/networks/network-slug.ts'
import { formatRelative } from '@/lib/format/time.ts'
import { LiveMark } from '../../ui/live-mark.tsx'
import { useZone } from '../../ui/text/clock.tsx'
import { useNow } from '../../ui/text/use-now.ts'

type Props = { freshness: Freshness; slug: NetworkSlug }

/** Whether the page is up to date, and when the network last answered. */
export function LiveLine({ freshness: { kind, asOf }, slug }: Props) {
  const now = useNow()
  const zone = useZone()
  const { name, card } = useNetwork(slug)
  if (kind === 'lost' || kind === 'opening' || kind === 'polling')
    return <LiveMark kind={kind}>{asOf ? `updated ${formatRelative(asOf, now, zone)}` : null}</LiveMark>
  const answered = card?.lastGoodAt
  return (
    <LiveMark kind={kind}>
      {answered
        ? `${name} ${kind === 'live' ? '' : 'last '}answered ${formatRelative(answered, now, zone)}`
        : kind === 'live'
          ? null
          : `${name} has not answered yet`}
    </LiveMark>
  )
}
