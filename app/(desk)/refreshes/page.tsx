import type { Metadata } from 'next'
import { Suspense } from 'react'
import { HistoryPage } from '@/components/refresh/history-page.tsx'

export const metadata: Metadata = { title: 'Refreshes' }

export default function HistoryRoute() {
  return (
    <Suspense>
      <HistoryPage />
    </Suspense>
  )
}
