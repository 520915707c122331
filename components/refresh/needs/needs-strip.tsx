'use client'

import { useQuery } from '@tanstack/react-query'
import { CircleAlert } from 'lucide-react'
import Link from 'next/link'
import { membersQuery } from '@/lib/api/members.ts'
import { firstNeed } from '@/lib/domain/refreshes/needs/need.ts'
import type { SignSlot } from '../retry/sign-slot.ts'
import { needHolder } from './need-holder.ts'
import { dividedText } from './need-text.ts'
import { NeedsRow } from './needs-row.tsx'
import type { Needs } from './use-needs.ts'

const SHOWN = 5

/** Everything that waits for somebody: first what this member can do, then what others must. */
export function NeedsStrip({ needs: { help, mine, others }, sign }: { needs: Needs; sign: SignSlot }) {
  const { data } = useQuery(membersQuery())
  const members = data?.items ?? []
  const all = [...mine, ...others]
  return (
    <section
      aria-labelledby="needs-title"
      className="overflow-hidden rounded-lg border border-waiting-line bg-surface"
    >
      <header className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 border-waiting-line border-b bg-waiting-soft px-4 py-2">
        <h2 id="needs-title" className="flex items-center gap-2 font-semibold text-md">
          <CircleAlert aria-hidden className="size-4 text-waiting" />
          {mine.length > 0 ? 'Needs you' : 'Waiting for others'}
        </h2>
        <span className="text-muted text-xs">{dividedText(mine.length, others.length)}</span>
        {all.length > SHOWN ? (
          <Link
            href="/refreshes?needs=anyone"
            className="ml-auto text-accent-text text-sm underline underline-offset-2"
          >
            All {all.length}
          </Link>
        ) : null}
      </header>
      <ul>
        {all.slice(0, SHOWN).map((refresh) => {
          const need = firstNeed(help, refresh)
          return need ? (
            <NeedsRow
              key={refresh.id}
              refresh={refresh}
              need={need}
              holder={needHolder(need, refresh, { help, members })}
              help={help}
              sign={sign}
            />
          ) : null
        })}
      </ul>
    </section>
  )
}
