'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useMemo, useState } from 'react'
import type { NetworkSlug } from '../../../lib/domain/networks/network-slug.ts'
import { type BrowseState, listKey, parseBrowse, plainBrowse, writeBrowse } from './browse-state.ts'
import { readTrail, writeTrail } from './cursor-trail.ts'

/** The state of the assets tab from its URL, and changes to it without a server round trip. */
export function useBrowse(network: NetworkSlug) {
  const pathname = usePathname()
  const shown = useSearchParams().toString()
  // The router updates the URL late; until then the checkboxes show what was clicked.
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
    network,
    state,
    /** Changing filters or order goes back to the first page. */
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
    /** The network only pages forward, so previous cursors are remembered; without them, goes to the first page. */
    goPrevious: () => {
      const trail = readTrail(trailKey, state.page - 1)
      const cursor = trail[state.page - 2] ?? null
      go({ ...state, cursor, page: cursor === null ? 1 : state.page - 1 }, 'push')
      window.scrollTo({ top: 0 })
    },
  }
}

export type Browse = ReturnType<typeof useBrowse>
