'use client'

import dynamic from 'next/dynamic'
import { CollectionsPanel } from '@/components/collections/collections-panel.tsx'
import { HomePage } from '@/components/home/home-page.tsx'
import { TeamActivityList } from '@/components/refresh/activity/team-activity-list.tsx'
import { RefreshRows } from '@/components/refresh/history/refresh-rows.tsx'
import { threadsOf } from '@/components/refresh/history/retry-threads.ts'
import { useNeeds } from '@/components/refresh/needs/use-needs.ts'
import { RunningRows } from '@/components/refresh/running/running-rows.tsx'
import { signHere } from './refreshes/sign-here.tsx'

// Most of the time nothing waits for anybody.
const NeedsStrip = dynamic(
  () => import('@/components/refresh/needs/needs-strip.tsx').then((module) => module.NeedsStrip),
  // Without it all of Home would be hidden until the code has come.
  { loading: () => null },
)

/** Joins the home, collections, refresh and wallet areas. */
export function HomeView() {
  const needs = useNeeds()
  const isNeeded = needs.mine.length + needs.others.length > 0
  return (
    <HomePage
      needs={isNeeded ? <NeedsStrip needs={needs} sign={signHere} /> : null}
      running={(refreshes) => <RunningRows refreshes={refreshes} />}
      recent={(refreshes) => <RefreshRows threads={threadsOf(refreshes)} />}
      collections={<CollectionsPanel />}
      activity={<TeamActivityList />}
    />
  )
}
