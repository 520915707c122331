'use client'

import { HomePage } from '@/components/home/home-page.tsx'
import { RefreshRows } from '@/components/refresh/history/refresh-rows.tsx'

/** Joins the home and refresh areas. */
export function HomeView() {
  return <HomePage rows={(refreshes) => <RefreshRows refreshes={refreshes} />} />
}
