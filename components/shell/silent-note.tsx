'use client'

import { useMutation } from '@tanstack/react-query'
import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { tryNetworkMutation } from '@/lib/api/networks/networks.ts'
import type { Freshness } from '@/lib/domain/networks/freshness.ts'
import type { NetworkSlug } from '@/lib/domain/networks/network-slug.ts'
import { formatSpan } from '@/lib/format/time.ts'
import { Button } from '../ui/button.tsx'
import { Note } from '../ui/note.tsx'
import { Time } from '../ui/text/time.tsx'
import { useNow } from '../ui/text/use-now.ts'
import { SilentSince } from './silent-since.tsx'

type Props = { slug: NetworkSlug; name: string; freshness: Freshness; children: ReactNode }

/** How long a network has been silent, and a button that asks it now. */
export function SilentNote({ slug, name, freshness, children }: Props) {
  const ask = useMutation(tryNetworkMutation())
  return (
    <Note
      tone="waiting"
      role="status"
      icon={CircleAlert}
      title={<Silence name={name} freshness={freshness} />}
      action={
        <Button size="sm" isBusy={ask.isPending} onClick={() => ask.mutate({ network: slug })}>
          Try now
        </Button>
      }
    >
      {children}
      {ask.error ? ` ${ask.error.message}` : null}
      {ask.isSuccess ? (
        <>
          {' '}
          Asked at <Time at={new Date(ask.submittedAt).toISOString()} style="seconds" /> without an answer.
        </>
      ) : null}
    </Note>
  )
}

/** Those who listen hear since when: a time that counts on would be read out every second. */
function Silence({ name, freshness: { asOf, isHeard } }: Omit<Props, 'slug' | 'children'>) {
  const now = useNow()
  if (!asOf || !isHeard) return <SilentSince name={name} since={asOf} />
  return (
    <>
      <span className="sr-only">
        <SilentSince name={name} since={asOf} />
      </span>
      <span aria-hidden>
        {name} has been silent for {formatSpan(Math.round((now.getTime() - Date.parse(asOf)) / 1_000))}.
      </span>
    </>
  )
}
