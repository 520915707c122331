'use client'

import { useRouter } from 'next/navigation'
import { RefreshPage } from '@/components/refresh/page/refresh-page.tsx'
import { signHere } from '../sign-here.tsx'

export function RefreshView({ id }: { id: string }) {
  const router = useRouter()
  return <RefreshPage id={id} sign={signHere} onOpenRefresh={(made) => router.push(`/refreshes/${made}`)} />
}
