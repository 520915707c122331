'use client'

import { assetStatuses } from '../../lib/collection/asset-filter.ts'
import type { BrowseState } from './browse-state.ts'
import { Facet } from './facet.tsx'
import { statusWords } from './status-words.ts'

type Props = { status: BrowseState['status']; onChange: (status: BrowseState['status']) => void }

/** One status at a time, because that is all the network can filter by. */
export function StatusFacet({ status, onChange }: Props) {
  return (
    <Facet title="Status on Immutable" isOpen>
      <fieldset>
        <legend className="sr-only">Status on Immutable</legend>
        {[null, ...assetStatuses].map((value) => (
          <label
            key={value ?? 'any'}
            className="flex min-h-7 cursor-pointer items-center gap-2.5 text-muted hover:text-text has-checked:text-text max-md:min-h-10"
          >
            <input
              type="radio"
              name="status"
              className="size-4 accent-accent"
              checked={status === value}
              onChange={() => onChange(value)}
            />
            {value === null ? 'Any' : statusWords[value].title}
          </label>
        ))}
      </fieldset>
    </Facet>
  )
}
