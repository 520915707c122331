'use client'

import { X } from 'lucide-react'
import { useZone } from '../../ui/text/clock.tsx'
import type { Browse } from '../browse/use-browse.ts'
import { listFilters } from './filter-text.ts'

export function FilterChips({ browse }: { browse: Browse }) {
  const active = listFilters(browse.state, browse.network, useZone())
  return (
    <ul aria-label="Active filters" className="flex min-w-0 flex-wrap items-center gap-1">
      {active.map(({ key, words, without }) => (
        <li
          key={key}
          className="inline-flex h-6 max-w-full items-center rounded-sm border border-accent-line bg-accent-soft pl-2 font-medium text-accent-text text-xs"
        >
          <span className="truncate">{words}</span>
          <button
            type="button"
            aria-label={`Remove filter ${words}`}
            className="grid size-6 flex-none place-content-center rounded-sm"
            onClick={() => browse.change(without)}
          >
            <X className="size-3" aria-hidden />
          </button>
        </li>
      ))}
      {active.length > 1 ? (
        <li>
          <button
            type="button"
            className="px-1 text-accent-text text-xs underline decoration-line-strong underline-offset-3"
            onClick={browse.clearFilters}
          >
            Clear all
          </button>
        </li>
      ) : null}
    </ul>
  )
}
