'use client'

import type { TraitFilter } from '../../../lib/domain/collections/model-schema.ts'
import { NameSearch } from '../../ui/forms/name-search.tsx'
import { toggleTrait } from '../browse/browse-state.ts'
import type { Browse } from '../browse/use-browse.ts'
import { LastRefreshFacet } from './last-refresh-facet.tsx'
import { OwnerFacet } from './owner-facet.tsx'
import { StatusFacet } from './status-facet.tsx'
import { TraitFacet } from './trait-facet.tsx'
import { UpdatedFacet } from './updated-facet.tsx'

const OPEN_TRAITS = 3

type Props = {
  browse: Browse
  filters: readonly TraitFilter[]
  ownAddress: string | null
  hasShortcut: boolean
}

/** Our own filters and those of the network, which takes lists of texts only and so has no ranges. */
export function FilterRail({ browse, filters, ownAddress, hasShortcut }: Props) {
  const { state, change } = browse
  return (
    <div>
      <NameSearch
        className="mb-2"
        name={state.name}
        onChange={(name) => change({ name }, 'replace')}
        hasShortcut={hasShortcut}
      />
      <LastRefreshFacet lastRefresh={state.lastRefresh} onChange={(lastRefresh) => change({ lastRefresh })} />
      {filters
        .filter((filter) => filter.values.length > 0)
        .map((filter, at) => (
          <TraitFacet
            key={filter.key}
            filter={filter}
            wanted={state.traits[filter.key] ?? []}
            isOpen={at < OPEN_TRAITS}
            onToggle={(value) => change({ traits: toggleTrait(state.traits, filter.key, value) })}
          />
        ))}
      <StatusFacet network={browse.network} status={state.status} onChange={(status) => change({ status })} />
      <OwnerFacet owner={state.user} ownAddress={ownAddress} onChange={(user) => change({ user })} />
      <UpdatedFacet after={state.updatedAfter} before={state.updatedBefore} onChange={change} />
    </div>
  )
}
