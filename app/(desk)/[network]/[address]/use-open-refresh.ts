'use client'

import { useRouter } from 'next/navigation'
import type { RefreshSummary } from '@/lib/domain/refreshes/model-schema.ts'

/** Opens the page of a refresh that was just submitted. */
export function useOpenRefresh() {
  const router = useRouter()
  return (refresh: RefreshSummary) => router.push(`/refreshes/${refresh.id}`)
}
