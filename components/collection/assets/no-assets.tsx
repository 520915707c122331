'use client'

import { Search } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { useZone } from '../../ui/text/clock.tsx'
import type { Browse } from '../browse/use-browse.ts'
import { listFilters } from '../filters/filter-text.ts'

export function NoAssets({ browse }: { browse: Browse }) {
  const active = listFilters(browse.state, browse.network, useZone())
  if (active.length === 0) {
    return (
      <Empty icon={<Search aria-hidden />} title="No assets yet.">
        The network lists no tokens in this collection. Newly minted tokens appear here automatically.
      </Empty>
    )
  }
  return (
    <Empty
      icon={<Search aria-hidden />}
      title="No asset matches these filters."
      action={<Button onClick={browse.clearFilters}>Clear the filters</Button>}
    >
      {active.map(({ words }) => words).join(', ')}.
    </Empty>
  )
}

/** A filtered list that found nothing in the part of the collection read so far. */
export const NothingYet = ({ onContinue }: { onContinue: () => void }) => (
  <Empty
    icon={<Search aria-hidden />}
    title="Nothing found so far."
    action={<Button onClick={onContinue}>Keep searching</Button>}
  >
    Only part of the collection has been searched. The rest may contain matches.
  </Empty>
)

/** Shown for a cursor that is no longer valid, for example because a count has finished since. */
export const LostPage = ({ browse }: { browse: Browse }) => (
  <Empty
    icon={<Search aria-hidden />}
    title="This page of the list no longer exists."
    action={<Button onClick={() => browse.change({}, 'replace')}>Go to the first page</Button>}
  >
    The list has changed since you opened it. Your selection is kept.
  </Empty>
)
