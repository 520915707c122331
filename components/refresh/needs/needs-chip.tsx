'use client'

import { CircleAlert } from 'lucide-react'
import Link from 'next/link'
import { State } from '../../ui/state.tsx'
import { needText } from './need-text.ts'
import { useNeeds } from './use-needs.ts'
import { useNeedsInTitle } from './use-needs-in-title.ts'

/** In the top bar, and in the tab's title, while a refresh waits for someone; links to it. */
export function NeedsChip() {
  const needs = useNeeds()
  useNeedsInTitle(needs.mine.length)
  const need = needText(needs)
  if (!need) return null
  const words = (
    <span>
      {need.words}
      <span className="max-[85rem]:sr-only">{need.more}</span>
    </span>
  )
  return (
    <Link href={need.href} className="rounded-full text-xs">
      <State tone="waiting" icon={CircleAlert} words={words} isChip />
    </Link>
  )
}
