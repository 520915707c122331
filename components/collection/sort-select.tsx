'use client'

import { ChevronDown } from 'lucide-react'
import type { BrowseState } from './browse-state.ts'
import type { Browse } from './use-browse.ts'

const orders = [
  { value: 'updated_at desc', words: 'Newest update' },
  { value: 'updated_at asc', words: 'Oldest update' },
  { value: 'name asc', words: 'Name, A to Z' },
  { value: 'name desc', words: 'Name, Z to A' },
]

export function SortSelect({ browse: { state, change } }: { browse: Browse }) {
  return (
    <label className="relative max-md:flex-1">
      <span className="sr-only">Sort by</span>
      <select
        className="h-8 w-full cursor-pointer appearance-none rounded-md border border-line-strong bg-surface pr-8 pl-2.5 font-medium text-sm max-md:h-10"
        value={`${state.orderBy} ${state.direction}`}
        onChange={(event) => {
          const [orderBy, direction] = event.currentTarget.value.split(' ')
          // The values are those of `orders` above.
          change({ orderBy, direction } as Pick<BrowseState, 'orderBy' | 'direction'>)
        }}
      >
        {orders.map(({ value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
      <ChevronDown className="pointer-events-none absolute inset-y-0 right-2.5 my-auto size-4" aria-hidden />
    </label>
  )
}
