'use client'

import { refreshFilters } from '../../../lib/domain/assets/asset-filter.ts'
import type { BrowseState } from '../browse/browse-state.ts'
import { ChoiceFacet } from './choice-facet.tsx'
import { lastRefreshText } from './last-refresh-text.ts'

type Props = {
  lastRefresh: BrowseState['lastRefresh']
  onChange: (lastRefresh: BrowseState['lastRefresh']) => void
}

/** What the desk knows itself; the network is not asked for it. */
export function LastRefreshFacet({ lastRefresh, onChange }: Props) {
  return (
    <ChoiceFacet
      title="Last refresh here"
      name="last-refresh"
      values={refreshFilters}
      chosen={lastRefresh}
      wordsOf={(value) => lastRefreshText[value]}
      onChange={onChange}
    />
  )
}
