'use client'

import { useQuery } from '@tanstack/react-query'
import { networksQuery } from '@/lib/api/networks/networks.ts'
import { freshnessOfAll, type Hearing } from '@/lib/domain/networks/freshness.ts'
import { LiveMark } from '../ui/live-mark.tsx'
import { chipText } from './network-chip-text.ts'

/** Whether a list of refreshes of all networks updates live, and if not because of a network, of which. */
export function DeskLiveMark({ hearing, heardAt }: { hearing: Hearing; heardAt: number }) {
  const { data } = useQuery(networksQuery())
  const inUse = data?.items.filter(({ isOn }) => isOn) ?? []
  const { kind } = freshnessOfAll(inUse, hearing, new Date(heardAt).toISOString())
  return <LiveMark kind={kind}>{kind === 'silent' ? chipText(inUse)?.words : null}</LiveMark>
}
