'use client'

import { assetStatuses } from '../../../lib/domain/assets/asset-filter.ts'
import type { BrowseState } from '../browse/browse-state.ts'
import { statusText } from '../frame/status-text.ts'
import { ChoiceFacet } from './choice-facet.tsx'

type Props = { status: BrowseState['status']; onChange: (status: BrowseState['status']) => void }

/** One status at a time, because the network filters by only one. */
export function StatusFacet({ status, onChange }: Props) {
  return (
    <ChoiceFacet
      title="Status on Immutable"
      name="status"
      values={assetStatuses}
      chosen={status}
      wordsOf={(value) => statusText[value].title}
      onChange={onChange}
    />
  )
}
