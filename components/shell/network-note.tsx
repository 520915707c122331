'use client'

import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { networksQuery } from '@/lib/api/networks.ts'
import { useSession } from '@/lib/api/use-session.ts'
import type { NetworkSlug } from '@/lib/collection/network-slug.ts'
import { Note } from '../ui/note.tsx'
import { Time } from '../ui/time.tsx'

type Props = {
  slug: NetworkSlug
  /** Set when the page shows what the desk kept since then, because the network just failed to answer. */
  keptSince?: string | null
}

/** Says so when a network has gone or takes no refreshes, with the time of its last good answer. */
export function NetworkNote({ slug, keptSince = null }: Props) {
  const { networks } = useSession()
  const network = useQuery(networksQuery()).data?.items.find((each) => each.slug === slug)
  const name = network?.name ?? networks.find((each) => each.slug === slug)?.name ?? slug
  const state = network?.state ?? 'unknown'
  const last = network?.lastGoodAt ? (
    <>
      Its last good answer came <Time at={network.lastGoodAt} style="moment" />.
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
