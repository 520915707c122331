import type { Metadata } from 'next'
import { Suspense } from 'react'
import { HistoryView } from './history-view.tsx'

export const metadata: Metadata = { title: 'Refreshes' }

export default function HistoryRoute() {
  return (
    <Suspense>
      <HistoryView />
    </Suspense>
  )
}
