'use client'

import { useState } from 'react'
import { hasRetryable } from '@/lib/domain/batches/state.ts'
import type { RefreshSummary } from '@/lib/domain/refreshes/model-schema.ts'
import { useShortcut } from '../../ui/overlays/use-shortcut.ts'

/** The most refreshes one retry accepts. */
export const MOST_SELECTED = 50

/** Refreshes selected for one retry; kept while paging and filtering. `shown` is the order on the page. */
export function useHistorySelection(shown: RefreshSummary[], isOn: boolean) {
  const [ids, setIds] = useState<string[]>([])
  const [last, setLast] = useState<string | null>(null)
  const selectable = shown.filter(hasRetryable).map(({ id }) => id)
  const toggle = (id: string, isRange = false) => {
    if (!selectable.includes(id)) return
    setLast(id)
    const from = last === null ? -1 : selectable.indexOf(last)
    if (isRange && from >= 0) {
      const to = selectable.indexOf(id)
      const between = selectable.slice(Math.min(from, to), Math.max(from, to) + 1)
      setIds((known) => [...new Set([...known, ...between])].slice(0, MOST_SELECTED))
    } else {
      setIds((known) =>
        known.includes(id) ? known.filter((one) => one !== id) : [...known, id].slice(0, MOST_SELECTED),
      )
    }
  }
  const clear = () => {
    setIds([])
    setLast(null)
  }
  useShortcut('escape', clear, isOn && ids.length > 0)
  useShortcut(
    'x',
    () => {
      const row = document.activeElement?.closest<HTMLElement>('[data-refresh]')
      if (row?.dataset.refresh) toggle(row.dataset.refresh)
    },
    isOn,
  )
  return { ids, toggle, clear }
}

export type HistorySelection = Pick<ReturnType<typeof useHistorySelection>, 'ids' | 'toggle'>
