'use client'

import type { ReactNode } from 'react'
import { useNetwork } from '@/lib/api/use-network.ts'
import type { NetworkSlug } from '@/lib/domain/networks/network-slug.ts'
import { Note } from '../ui/note.tsx'
import { Time } from '../ui/text/time.tsx'

type Props = {
  slug: NetworkSlug
  /** When the shown copy was stored; set if the network failed to answer for this page. */
  keptSince?: string | null
}

/** Warns when a network is down, closed or not accepting refreshes, with its last successful answer. */
export function NetworkNote({ slug, keptSince = null }: Props) {
  const { name, card } = useNetwork(slug)
  const state = card?.state ?? 'unknown'
  const last = card?.lastGoodAt ? (
    <>
      Its last successful answer was <Time at={card.lastGoodAt} style="moment" />.
    </>
  ) : null
  const kept = keptSince ? (
    <>
      {' '}
      You see this collection as of <Time at={keptSince} style="moment" />.
    </>
  ) : null
  if (state === 'retired')
    return (
      <Gone title={`${name} has been closed down.`}>
        It only answers that it has been retired. {last}
        {kept} Your history stays readable, and the network is still checked from time to time.
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
        {kept} Your history stays readable. Running refreshes continue as soon as it answers.
      </Gone>
    )
  if (state === 'read_only')
    return (
      <Gone title={`${name} is not accepting refreshes.`}>
        It can still be read, but it rejected the last submission. Waiting batches are retried at growing
        intervals.
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
