'use client'

import type { ReactNode } from 'react'
import { useNetwork } from '@/lib/api/networks/use-network.ts'
import type { Freshness } from '@/lib/domain/networks/freshness.ts'
import type { NetworkSlug } from '@/lib/domain/networks/network-slug.ts'
import { Note } from '../ui/note.tsx'
import { Time } from '../ui/text/time.tsx'
import { SilentNote } from './silent-note.tsx'

type Props = { slug: NetworkSlug; freshness: Freshness; keptSince: string | null }

/** What is the matter with a network, or that nothing is any more. */
export function NetworkNews({ slug, freshness, keptSince }: Props) {
  const { name, card } = useNetwork(slug)
  const kept = keptSince ? (
    <>
      {' '}
      You see this collection as of <Time at={keptSince} style="moment" />.
    </>
  ) : null
  if (freshness.kind === 'closed')
    return (
      <Warning title={`${name} has been closed down.`}>
        It only answers that it has been retired.{' '}
        {freshness.asOf ? (
          <>
            Its last successful answer was <Time at={freshness.asOf} style="moment" />.
          </>
        ) : null}
        {kept} Your history stays readable, and the network is still checked from time to time.
      </Warning>
    )
  if (freshness.kind === 'silent')
    return (
      <SilentNote slug={slug} name={name} freshness={freshness}>
        {kept ?? ' You see what it said before.'} Your history stays readable. Running refreshes go on as soon
        as it answers.
      </SilentNote>
    )
  if (keptSince)
    return (
      <Warning title={`${name} did not answer for this collection.`}>
        {kept} This page asks again by itself.
      </Warning>
    )
  if (card?.state === 'read_only')
    return (
      <Warning title={`${name} is not accepting refreshes.`}>
        It can still be read, but it rejected the last submission. Waiting batches are retried at growing
        intervals.
      </Warning>
    )
  return <Note tone="succeeded" role="status" title={`${name} answers again.`} />
}

function Warning({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Note tone="waiting" role="status" title={title}>
      {children}
    </Note>
  )
}
