import type { Metadata } from 'next'
import { Suspense } from 'react'
import { RefreshView } from './refresh-view.tsx'

export const metadata: Metadata = { title: 'Refresh' }

export default async function RefreshRoute({ params }: { params: Promise<{ id: string }> }) {
  return (
    <Suspense>
      <RefreshView id={(await params).id} />
    </Suspense>
  )
}
