'use client'

import dynamic from 'next/dynamic'
import { Suspense, useState } from 'react'
import { CollectionsPanel } from '@/components/collections/collections-panel.tsx'
import { HomePage } from '@/components/home/home-page.tsx'
import { TeamActivityList } from '@/components/refresh/activity/team-activity-list.tsx'
import { RefreshRows } from '@/components/refresh/history/refresh-rows.tsx'
import { threadsOf } from '@/components/refresh/history/retry-threads.ts'
import { useNeeds } from '@/components/refresh/needs/use-needs.ts'
import { RunningRows } from '@/components/refresh/running/running-rows.tsx'
import { signHere } from './refreshes/sign-here.tsx'

// Most of the time nothing waits for anybody.
const NeedsStrip = dynamic(() =>
  import('@/components/refresh/needs/needs-strip.tsx').then((module) => module.NeedsStrip),
)

/** Joins the home, collections, refresh and wallet areas. */
export function HomeView() {
  const needs = useNeeds()
  const isNeeded = needs.mine.length + needs.others.length > 0
  const [isNeededAtFirst] = useState(isNeeded)
  const strip = isNeeded ? <NeedsStrip needs={needs} sign={signHere} /> : null
  return (
    <HomePage
      // One that comes later must not hide Home until its code is there; in the first answer it needs no script.
      needs={isNeededAtFirst ? strip : <Suspense fallback={null}>{strip}</Suspense>}
      running={(refreshes) => <RunningRows refreshes={refreshes} />}
      recent={(refreshes) => <RefreshRows threads={threadsOf(refreshes)} />}
      collections={<CollectionsPanel />}
      activity={<TeamActivityList />}
    />
  )
}
