'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { currentRefreshesQuery } from '@/lib/api/current-refreshes.ts'
import { useRefreshesStream } from '@/lib/api/stream/refresh-stream.ts'
import { useSession } from '@/lib/api/use-session.ts'
import type { RefreshSummary } from '@/lib/domain/refreshes/model-schema.ts'
import { DeskLiveMark } from '../shell/desk-live-mark.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorPanel } from '../ui/error-panel.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { SkeletonRows } from '../ui/skeleton.tsx'
import { FirstRun } from './first-run.tsx'
import { NetworksCard } from './networks-card.tsx'
import { TeamCard } from './team-card.tsx'

const SHOWN = 6

type Props = {
  needs: ReactNode
  rows: (refreshes: RefreshSummary[]) => ReactNode
  collections: ReactNode
}

/** Recent refreshes, collections, networks and team. The slots are other areas. */
export function HomePage({ needs, rows, collections }: Props) {
  const { mode, networks } = useSession()
  const recent = useQuery(currentRefreshesQuery())
  const connection = useRefreshesStream()
  const lead =
    mode === 'demo'
      ? 'This desk runs on the local sandbox: real requests, demo collections, and nothing leaves this machine.'
      : `This desk is connected to ${networks.map(({ name }) => name).join(' and ')}.`
  return (
    <Page title="Home" lead={lead}>
      {needs}
      {mode === 'demo' ? <FirstRun refreshes={recent.data ?? []} /> : null}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="flex min-w-0 flex-col gap-5">
          <Panel
            title="Recent refreshes"
            detail={<DeskLiveMark hearing={connection} heardAt={recent.dataUpdatedAt} />}
            actions={
              <Link href="/refreshes" className="text-accent-text text-sm underline underline-offset-2">
                All refreshes
              </Link>
            }
            isFlush
          >
            {recent.error && !recent.data ? (
              <ErrorPanel error={recent.error} onRetry={() => void recent.refetch()} />
            ) : null}
            {recent.isPending ? <SkeletonRows rows={3} label="Loading refreshes" /> : null}
            {recent.data?.length === 0 ? (
              <Empty title="No refresh yet.">Open a collection below, pick tokens, and submit them.</Empty>
            ) : null}
            {recent.data ? rows(recent.data.slice(0, SHOWN)) : null}
          </Panel>
          {collections}
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <NetworksCard />
          <TeamCard />
        </div>
      </div>
    </Page>
  )
}
