'use client'

import { useRouter } from 'next/navigation'
import { HistoryPage } from '@/components/refresh/history/history-page.tsx'
import { signHere } from './sign-here.tsx'

export function HistoryView() {
  const router = useRouter()
  return <HistoryPage sign={signHere} onOpenRefresh={(made) => router.push(`/refreshes/${made}`)} />
}
