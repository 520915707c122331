'use client'

import { useQuery } from '@tanstack/react-query'
import { forecastsQuery } from '@/lib/api/activity.ts'
import type { RefreshSummary } from '@/lib/domain/refreshes/model-schema.ts'
import { RunningRow } from './running-row.tsx'

/** Unfinished refreshes with a live bar each, and when they may be finished. */
export function RunningRows({ refreshes }: { refreshes: RefreshSummary[] }) {
  const { data } = useQuery(forecastsQuery())
  const finishes = new Map(data?.items.map(({ id, finish }) => [id, finish]))
  return (
    <ul>
      {refreshes.map((refresh) => (
        <RunningRow key={refresh.id} refresh={refresh} finish={finishes.get(refresh.id) ?? null} />
      ))}
    </ul>
  )
}
