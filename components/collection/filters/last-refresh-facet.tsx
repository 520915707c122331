'use client'

import { refreshFilters } from '../../../lib/domain/assets/asset-filter.ts'
import type { BrowseState } from '../browse/browse-state.ts'
import { ChoiceFacet } from './choice-facet.tsx'
import { lastRefreshText } from './last-refresh-text.ts'

type Props = {
  lastRefresh: BrowseState['lastRefresh']
  onChange: (lastRefresh: BrowseState['lastRefresh']) => void
}

/** Answered by our own index, without the network. */
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
