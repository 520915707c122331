'use client'

import { useQuery } from '@tanstack/react-query'
import { Lock } from 'lucide-react'
import { useFreshness } from '@/lib/api/networks/use-freshness.ts'
import { refreshQuery } from '@/lib/api/refreshes.ts'
import { useRefreshStream } from '@/lib/api/stream/refresh-stream.ts'
import { useSession } from '@/lib/api/use-session.ts'
import { AppError, isRetryable } from '@/lib/core/app-error.ts'
import { isFinished } from '@/lib/domain/batches/state.ts'
import type { RefreshDetail } from '@/lib/domain/refreshes/model-schema.ts'
import { hasRole } from '@/lib/domain/team/model.ts'
import { NetworkNote } from '../../shell/network-note.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Page } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SkeletonRows } from '../../ui/skeleton.tsx'
import { BatchTimeline } from '../batches/batch-timeline.tsx'
import { CauseList } from '../causes/cause-list.tsx'
import type { SignSlot } from '../retry/sign-slot.ts'
import { ActivityCard } from './activity-card.tsx'
import { DetailsCard } from './details-card.tsx'
import { LiveNote } from './live-note.tsx'
import { Notices } from './notices.tsx'
import { ProgressCard } from './progress-card.tsx'
import { QuotaCard } from './quota-card.tsx'
import { RefreshFrame } from './refresh-frame.tsx'
import { SpokenProgress } from './spoken-progress.tsx'

type Props = { id: string; sign: SignSlot; onOpenRefresh: (id: string) => void }

const ASK_AGAIN_MS = 5_000

/** One refresh, live once it is loaded. A refresh that was not found is not polled. */
export function RefreshPage({ id, ...rest }: Props) {
  const { data, dataUpdatedAt, error, refetch } = useQuery({
    ...refreshQuery(id),
    refetchInterval: ({ state }) => (!state.data && isRetryable(state.error) ? ASK_AGAIN_MS : false),
  })
  if (!data) return <NotYet error={error} onRetry={() => void refetch()} />
  return <LiveRefresh id={id} refresh={data} updatedAt={dataUpdatedAt} {...rest} />
}

type LiveProps = Props & { refresh: RefreshDetail; updatedAt: number }

function LiveRefresh({ id, refresh, updatedAt, sign, onOpenRefresh }: LiveProps) {
  const freshness = useFreshness(refresh.collection.network, useRefreshStream(id), updatedAt)
  const { member } = useSession()
  const canAct = hasRole(member.role, 'operator')
  // Batches matter most while it runs; causes matter most afterwards.
  const causes = (
    <CauseList key="causes" refresh={refresh} canAct={canAct} sign={sign} onOpenRefresh={onOpenRefresh} />
  )
  const batches = <BatchTimeline key="batches" refresh={refresh} freshness={freshness} canAct={canAct} />
  return (
    <RefreshFrame refresh={refresh} canAct={canAct}>
      <NetworkNote slug={refresh.collection.network} freshness={freshness} />
      <LiveNote freshness={freshness} updatedAt={updatedAt} state={refresh.state} />
      <SpokenProgress refresh={refresh} />
      <Notices refresh={refresh} canAct={canAct} sign={sign} />
      <ProgressCard
        refresh={refresh}
        freshness={freshness}
        canAct={canAct}
        sign={sign}
        onOpenRefresh={onOpenRefresh}
      />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-5">
          {isFinished(refresh.state) ? [causes, batches] : [batches, causes]}
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <QuotaCard refresh={refresh} />
          <DetailsCard refresh={refresh} canAct={canAct} />
          <ActivityCard activity={refresh.activity} />
        </div>
      </div>
    </RefreshFrame>
  )
}

function NotYet({ error, onRetry }: { error: Error | null; onRetry: () => void }) {
  const isMissing = error instanceof AppError && error.code === 'not_found'
  return (
    <Page title="Refresh" crumbs={[{ label: 'Refreshes', href: '/refreshes' }]}>
      <Panel isFlush>
        {isMissing ? (
          <Empty
            icon={<Lock aria-hidden />}
            title="This refresh is not here."
            action={<ButtonLink href="/refreshes">All refreshes</ButtonLink>}
          >
            It was never made on this desk, or the link is incomplete.
          </Empty>
        ) : error ? (
          <ErrorPanel error={error} onRetry={onRetry} />
        ) : (
          <SkeletonRows rows={6} label="Loading the refresh" />
        )}
      </Panel>
    </Page>
  )
}
