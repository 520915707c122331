'use client'

import type { ReactNode } from 'react'
import { useNetwork } from '@/lib/api/use-network.ts'
import type { NetworkSlug } from '@/lib/domain/networks/network-slug.ts'
import { Note } from '../ui/note.tsx'
import { Time } from '../ui/text/time.tsx'

type Props = {
  slug: NetworkSlug
  /** Set when the page shows what the desk kept since then, because the network just failed to answer. */
  keptSince?: string | null
}

/** Says so when a network has gone or takes no refreshes, with the time of its last good answer. */
export function NetworkNote({ slug, keptSince = null }: Props) {
  const { name, card } = useNetwork(slug)
  const state = card?.state ?? 'unknown'
  const last = card?.lastGoodAt ? (
    <>
      Its last good answer came <Time at={card.lastGoodAt} style="moment" />.
    </>
  ) : null
  const kept = keptSince ? (
    <>
      {' '}
      What you see of this collection is from <Time at={keptSince} style="moment" />.
    </>
  ) : null
  if (state === 'retired')
    return (
      <Gone title={`${name} has been closed down.`}>
        It answers only to say that it is gone. {last}
        {kept} Your history stays readable, and the desk asks it again from time to time.
      </Gone>
    )
  if (keptSince && (state === 'answers' || state === 'read_only'))
    return (
      <Gone title={`${name} did not answer for this collection.`}>
        {kept} This page asks again by itself.
      </Gone>
    )
  if (state === 'unreachable' || keptSince)
    return (
      <Gone title={`${name} does not answer.`}>
        {last}
        {kept} Your history stays readable. Running refreshes go on as soon as it answers.
      </Gone>
    )
  if (state === 'read_only')
    return (
      <Gone title={`${name} takes no refreshes.`}>
        It can be read, but it refused the last submission for good. What waits here is tried again, ever more
        rarely.
      </Gone>
    )
  return null
}

function Gone({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Note tone="waiting" role="status" title={title}>
      {children}
    </Note>
  )
}
