'use client'

import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { currentRefreshesQuery } from '@/lib/api/current-refreshes.ts'
import { useSession } from '@/lib/api/use-session.ts'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { FirstRun } from './first-run.tsx'
import { FirstTeammate } from './first-teammate.tsx'
import { LastDays } from './last-days.tsx'
import { NetworksCard } from './networks-card.tsx'
import { RefreshesPanel, type RefreshSlots } from './refreshes-panel.tsx'
import { TodayLine } from './today-line.tsx'

type Props = RefreshSlots & { needs: ReactNode; collections: ReactNode; activity: ReactNode }

/** What needs somebody, what runs, and how it went. The slots are other areas. */
export function HomePage({ needs, collections, activity, running, recent }: Props) {
  const { mode } = useSession()
  const { data } = useQuery(currentRefreshesQuery())
  return (
    <Page title="Home" lead={<TodayLine />}>
      {needs}
      {mode === 'demo' ? <FirstRun refreshes={data ?? []} /> : null}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="flex min-w-0 flex-col gap-5">
          <RefreshesPanel running={running} recent={recent} />
          {collections}
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <LastDays />
          <Panel title="Team activity">{activity}</Panel>
          <NetworksCard />
          <FirstTeammate />
        </div>
      </div>
    </Page>
  )
}
