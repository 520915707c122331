'use client'

import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ReactNode } from 'react'
import type { BrowseState } from '../browse/browse-state.ts'
import type { Browse } from '../browse/use-browse.ts'

type Props = { browse: Browse; traits: readonly string[]; children: ReactNode }

/** Only name and update have sort buttons, because the network sorts by nothing else. */
export function AssetTable({ browse, traits, children }: Props) {
  return (
    // Wide tables scroll inside the panel, so that the page never scrolls sideways.
    <div className="relative overflow-x-auto rounded-lg border border-line bg-surface">
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">Assets</caption>
        <thead className="text-left text-faint text-xs [&_th]:h-8 [&_th]:whitespace-nowrap [&_th]:pr-3 [&_th]:font-normal">
          <tr>
            <th scope="col" className="pl-4">
              <span className="sr-only">Selected</span>
            </th>
            <th scope="col">
              <span className="sr-only">Image</span>
            </th>
            <SortHead browse={browse} by="name" words="Name" />
            <th scope="col">Token id</th>
            <th scope="col">Last refresh here</th>
            {traits.map((trait) => (
              <th key={trait} scope="col" className="max-w-40 truncate">
                {trait}
              </th>
            ))}
            <SortHead browse={browse} by="updated_at" words="Updated" />
            <th scope="col">Owner</th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}

type SortProps = { browse: Browse; by: BrowseState['orderBy']; words: string }

function SortHead({ browse: { state, change }, by, words }: SortProps) {
  const isActive = state.orderBy === by
  const other = state.direction === 'asc' ? 'desc' : 'asc'
  const first = by === 'name' ? 'asc' : 'desc'
  const Arrow = state.direction === 'asc' ? ArrowUp : ArrowDown
  return (
    <th scope="col" aria-sort={!isActive ? 'none' : state.direction === 'asc' ? 'ascending' : 'descending'}>
      <button
        type="button"
        className={`inline-flex items-center gap-1 ${isActive ? 'font-medium text-text' : 'hover:text-text'}`}
        onClick={() => change({ orderBy: by, direction: isActive ? other : first })}
      >
        {words}
        {isActive ? <Arrow className="size-3" aria-hidden /> : null}
      </button>
    </th>
  )
}
