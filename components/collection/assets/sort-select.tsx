'use client'

import { Select } from '../../ui/forms/select.tsx'
import type { BrowseState } from '../browse/browse-state.ts'
import type { Browse } from '../browse/use-browse.ts'

const orders = [
  { value: 'updated_at desc', words: 'Newest update' },
  { value: 'updated_at asc', words: 'Oldest update' },
  { value: 'name asc', words: 'Name, A to Z' },
  { value: 'name desc', words: 'Name, Z to A' },
] as const

export function SortSelect({ browse: { state, change } }: { browse: Browse }) {
  return (
    <Select
      label="Sort by"
      value={`${state.orderBy} ${state.direction}` as const}
      options={orders}
      onChange={(order) => {
        const [orderBy, direction] = order.split(' ')
        // The values are those of `orders` above.
        change({ orderBy, direction } as Pick<BrowseState, 'orderBy' | 'direction'>)
      }}
      className="font-medium max-md:flex-1"
    />
  )
}
