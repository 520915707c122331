'use client'

import { CircleAlert } from 'lucide-react'
import { useNetwork } from '@/lib/api/networks/use-network.ts'
import type { NetworkSlug } from '@/lib/domain/networks/network-slug.ts'
import { startObstacle } from '@/lib/domain/networks/start-obstacle.ts'
import { wordsOf } from '@/lib/networks/words.ts'
import { Note } from '../ui/note.tsx'
import { SilentSince } from './silent-since.tsx'
import { waitingWords } from './start-text.ts'

type Props = {
  slug: NetworkSlug
  /** Whether the network has accepted the owner's signature before. */
  signature: 'new' | 'proven'
}

/** Before anything is signed: that the network does not take it now, since when, and what becomes of it. */
export function StartNote({ slug, signature }: Props) {
  const { name, card } = useNetwork(slug)
  const obstacle = startObstacle(card?.state)
  if (!card || !obstacle) return null
  if (obstacle === 'closed')
    return (
      <Note tone="waiting" icon={CircleAlert} role="status" title={`${name} has been closed down.`}>
        It no longer accepts refreshes, so nothing can be submitted.
      </Note>
    )
  const title =
    obstacle === 'read_only' ? (
      `${name} is not accepting refreshes.`
    ) : (
      <SilentSince name={name} since={card.lastGoodAt} />
    )
  return (
    <Note tone="waiting" icon={CircleAlert} role="status" title={title}>
      {waitingWords({ name, vendor: wordsOf(slug).vendor }, obstacle, signature)}
    </Note>
  )
}
