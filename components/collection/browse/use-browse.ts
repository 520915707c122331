'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useMemo, useState } from 'react'
import { type BrowseState, listKey, parseBrowse, plainBrowse, writeBrowse } from './browse-state.ts'
import { readTrail, writeTrail } from './cursor-trail.ts'

/** The assets tab as its address says it, and the ways to change the address without asking the server for the page again. */
export function useBrowse() {
  const pathname = usePathname()
  const shown = useSearchParams().toString()
  // The router tells of a new address a moment late; until then the boxes show what was clicked.
  const [ahead, setAhead] = useState<{ from: string; query: string } | null>(null)
  if (ahead && ahead.from !== shown) setAhead(null)
  const query = ahead?.from === shown ? ahead.query : shown
  const state = useMemo(() => parseBrowse(new URLSearchParams(query)), [query])
  const trailKey = `${pathname}?${listKey(state)}`

  function go(next: BrowseState, how: 'push' | 'replace') {
    const written = writeBrowse(next)
    const url = written === '' ? pathname : `${pathname}?${written}`
    setAhead({ from: shown, query: written })
    if (how === 'push') window.history.pushState(null, '', url)
    else window.history.replaceState(null, '', url)
  }

  return {
    state,
    /** Filters and order start again at the first page. */
    change: (part: Partial<BrowseState>, how: 'push' | 'replace' = 'push') =>
      go({ ...state, ...part, cursor: null, page: 1 }, how),
    clearFilters: () =>
      go({ ...plainBrowse, view: state.view, orderBy: state.orderBy, direction: state.direction }, 'push'),
    setView: (view: BrowseState['view']) => go({ ...state, view }, 'replace'),
    goNext: (cursor: string) => {
      writeTrail(trailKey, [...readTrail(trailKey, state.page - 1), state.cursor])
      go({ ...state, cursor, page: state.page + 1 }, 'push')
      window.scrollTo({ top: 0 })
    },
    /** The network only pages forward, so the way back is remembered; without a memory it leads to the first page. */
    goPrevious: () => {
      const trail = readTrail(trailKey, state.page - 1)
      const cursor = trail[state.page - 2] ?? null
      go({ ...state, cursor, page: cursor === null ? 1 : state.page - 1 }, 'push')
      window.scrollTo({ top: 0 })
    },
  }
}

export type Browse = ReturnType<typeof useBrowse>
