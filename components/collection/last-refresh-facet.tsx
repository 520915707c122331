'use client'

import { refreshFilters } from '../../lib/collection/asset-filter.ts'
import type { BrowseState } from './browse-state.ts'
import { Facet } from './facet.tsx'
import { lastRefreshWords } from './last-refresh-words.ts'

type Props = {
  lastRefresh: BrowseState['lastRefresh']
  onChange: (lastRefresh: BrowseState['lastRefresh']) => void
}

/** What the desk knows itself; the network is not asked for it. */
export function LastRefreshFacet({ lastRefresh, onChange }: Props) {
  return (
    <Facet title="Last refresh here" isOpen>
      <fieldset>
        <legend className="sr-only">Last refresh here</legend>
        {[null, ...refreshFilters].map((value) => (
          <label
            key={value ?? 'any'}
            className="flex min-h-7 cursor-pointer items-center gap-2.5 text-muted hover:text-text has-checked:text-text max-md:min-h-10"
          >
            <input
              type="radio"
              name="last-refresh"
              className="size-4 accent-accent"
              checked={lastRefresh === value}
              onChange={() => onChange(value)}
            />
            {value === null ? 'Any' : lastRefreshWords[value]}
          </label>
        ))}
      </fieldset>
    </Facet>
  )
}
