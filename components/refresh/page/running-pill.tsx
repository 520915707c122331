'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { currentRefreshesQuery } from '@/lib/api/current-refreshes.ts'
import { percent } from '@/lib/format/count.ts'
import { State } from '../../ui/state.tsx'
import { processedCount } from '../batches/refresh-text.ts'

/** How many refreshes are running, in the top bar; renders nothing when none is. */
export function RunningPill() {
  const { data } = useQuery(currentRefreshesQuery())
  const running = (data ?? []).filter(({ state }) => state === 'running')
  const [only] = running
  if (!only) return null
  const processed = running.reduce((sum, refresh) => sum + processedCount(refresh), 0)
  const total = running.reduce((sum, { progress }) => sum + progress.total, 0)
  const words = (
    <span>
      <span className="max-lg:sr-only">{running.length} running </span>
      {percent(processed, total)}%
    </span>
  )
  return (
    <Link
      href={running.length === 1 ? `/refreshes/${only.id}` : '/refreshes?state=running'}
      className="rounded-full text-xs max-sm:hidden"
    >
      <State tone="info" words={words} isChip />
    </Link>
  )
}
