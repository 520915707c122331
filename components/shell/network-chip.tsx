'use client'

import { useQuery } from '@tanstack/react-query'
import { CircleAlert, CircleCheck } from 'lucide-react'
import { networksQuery } from '@/lib/api/networks/networks.ts'
import { State } from '../ui/state.tsx'
import { chipText } from './network-chip-text.ts'

/** In the top bar: whether the networks answer. On a narrow one only an icon that one does not. */
export function NetworkChip() {
  const { data } = useQuery(networksQuery())
  const chip = data && chipText(data.items)
  if (!chip) return null
  return chip.isUp ? (
    <State tone="succeeded" icon={CircleCheck} words={chip.words} className="text-xs max-xl:hidden" />
  ) : (
    <State
      tone="waiting"
      icon={CircleAlert}
      words={<span className="max-xl:sr-only">{chip.words}</span>}
      className="text-xs"
    />
  )
}
