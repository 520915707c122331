'use client'

import { useQuery } from '@tanstack/react-query'
import { CircleAlert } from 'lucide-react'
import Link from 'next/link'
import { currentRefreshesQuery } from '@/lib/api/current-refreshes.ts'
import { useSession } from '@/lib/api/use-session.ts'
import { helpOf } from '@/lib/domain/refreshes/need.ts'
import { State } from '../../ui/state.tsx'
import { needText } from './need-text.ts'

/** In the top bar while a refresh waits for someone; links to it. */
export function NeedsChip() {
  const { member } = useSession()
  const { data } = useQuery(currentRefreshesQuery())
  const need = needText(data ?? [], helpOf(member))
  if (!need) return null
  const words = (
    <span>
      {need.words}
      <span className="max-lg:sr-only">{need.more}</span>
    </span>
  )
  return (
    <Link href={need.href} className="rounded-full text-xs">
      <State tone="waiting" icon={CircleAlert} words={words} isChip />
    </Link>
  )
}
