'use client'

import { CollectionsPanel } from '@/components/collections/collections-panel.tsx'
import { HomePage } from '@/components/home/home-page.tsx'
import { RefreshRows } from '@/components/refresh/history/refresh-rows.tsx'

/** Joins the home, collections and refresh areas. */
export function HomeView() {
  return (
    <HomePage
      rows={(refreshes) => <RefreshRows refreshes={refreshes} />}
      collections={<CollectionsPanel />}
    />
  )
}
