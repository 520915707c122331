import type { Metadata } from 'next'
import { firstCollections } from '@/components/collections/collection-pages.ts'
import { submittedHere } from '@/components/home/first-run-steps.ts'
import { days, forecasts, teamActivity } from '../prefetch/activity.ts'
import { collections } from '../prefetch/collections.ts'
import { members, readSession } from '../prefetch/desk.ts'
import { pageZone } from '../prefetch/page-zone.ts'
import { Prefetched } from '../prefetch/prefetched.tsx'
import { refreshes } from '../prefetch/refreshes.ts'
import { HomeView } from './home-view.tsx'

export const metadata: Metadata = { title: 'Home' }

export default async function HomeRoute() {
  const { mode } = await readSession()
  const zone = await pageZone()
  const ofFirstRun = mode === 'demo' ? [refreshes(submittedHere), collections()] : []
  const ofHome = [days(zone), teamActivity(), forecasts(), members()]
  return (
    <Prefetched queries={[...ofHome, collections(firstCollections), ...ofFirstRun]}>
      <HomeView />
    </Prefetched>
  )
}
