'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { currentRefreshesQuery } from '@/lib/api/current-refreshes.ts'
import { useRefreshesStream } from '@/lib/api/stream/refresh-stream.ts'
import { isFinished } from '@/lib/domain/batches/state.ts'
import type { RefreshSummary } from '@/lib/domain/refreshes/model-schema.ts'
import { DeskLiveMark } from '../shell/desk-live-mark.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorPanel } from '../ui/error-panel.tsx'
import { Panel } from '../ui/panel.tsx'
import { SkeletonRows } from '../ui/skeleton.tsx'

const SHOWN = 5

export type RefreshSlots = {
  running: (refreshes: RefreshSummary[]) => ReactNode
  recent: (refreshes: RefreshSummary[]) => ReactNode
}

/** What is not finished, live; while nothing is under way, the newest refreshes. */
export function RefreshesPanel({ running, recent }: RefreshSlots) {
  const { data, dataUpdatedAt, error, isPending, refetch } = useQuery(currentRefreshesQuery())
  const connection = useRefreshesStream()
  const open = data?.filter(({ state }) => !isFinished(state)) ?? []
  return (
    <Panel
      title={open.length > 0 ? 'Unfinished refreshes' : 'Recent refreshes'}
      detail={
        <>
          {open.length > SHOWN ? `${SHOWN} of ${open.length} ` : null}
          <DeskLiveMark hearing={connection} heardAt={dataUpdatedAt} />
        </>
      }
      actions={
        <Link href="/refreshes" className="text-accent-text text-sm underline underline-offset-2">
          All refreshes
        </Link>
      }
      isFlush
    >
      {error && !data ? <ErrorPanel error={error} onRetry={() => void refetch()} /> : null}
      {isPending ? <SkeletonRows rows={3} label="Loading refreshes" /> : null}
      {data?.length === 0 ? (
        <Empty title="No refresh yet.">Open a collection below, pick tokens, and submit them.</Empty>
      ) : null}
      {open.length > 0 ? running(open.slice(0, SHOWN)) : data ? recent(data.slice(0, SHOWN)) : null}
    </Panel>
  )
}
