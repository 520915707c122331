'use client'

import { assetStatuses } from '../../../lib/domain/assets/asset-filter.ts'
import type { NetworkSlug } from '../../../lib/domain/networks/network-slug.ts'
import { describeAssetStatus, vendorOf } from '../../../lib/networks/asset-words.ts'
import type { BrowseState } from '../browse/browse-state.ts'
import { ChoiceFacet } from './choice-facet.tsx'

type Props = {
  network: NetworkSlug
  status: BrowseState['status']
  onChange: (status: BrowseState['status']) => void
}

/** One status at a time, because the network filters by only one. */
export function StatusFacet({ network, status, onChange }: Props) {
  return (
    <ChoiceFacet
      title={`Status on ${vendorOf(network)}`}
      name="status"
      values={assetStatuses}
      chosen={status}
      wordsOf={(value) => describeAssetStatus(network, value)}
      onChange={onChange}
    />
  )
}
