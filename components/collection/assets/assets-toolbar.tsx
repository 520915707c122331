'use client'

import { ClipboardPaste, LayoutGrid, ListFilter, Rows3 } from 'lucide-react'
import dynamic from 'next/dynamic'
import { addTokens, pageState, removeTokens } from '../../../lib/domain/assets/selection.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/forms/checkbox.tsx'
import { countFilters } from '../browse/browse-state.ts'
import type { Browse } from '../browse/use-browse.ts'
import { IndexLine } from '../selection/index-line.tsx'
import { offerText } from '../selection/selection-text.ts'
import type { MatchingSelection } from '../selection/use-matching-selection.ts'
import { keepControlled } from './asset-card.tsx'
import { SortSelect } from './sort-select.tsx'

const FilterChips = dynamic(
  () => import('../filters/filter-chips.tsx').then((module) => module.FilterChips),
  { loading: () => null },
)

type Props = {
  browse: Browse
  ids: readonly string[]
  /** Whether more assets match than this page shows. */
  hasMore: boolean
  matching: MatchingSelection
  onOpenFilters: () => void
  onPaste: () => void
}

/** Looks the same with or without a selection, so that the assets below don't move. */
export function AssetsToolbar({ browse, ids, hasMore, matching, onOpenFilters, onPaste }: Props) {
  const state = pageState(matching.shown, ids)
  const count = countFilters(browse.state)
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <Checkbox
        aria-label={
          ids.length === 1 ? 'Select the asset on this page' : `Select the ${ids.length} assets on this page`
        }
        checked={state === 'all'}
        isMixed={state === 'some'}
        disabled={ids.length === 0}
        onChange={keepControlled}
        onClick={() => matching.update((before) => (state === 'all' ? removeTokens : addTokens)(before, ids))}
        className="m-1"
      />
      <IndexLine matching={matching} shown={ids.length} />
      {hasMore ? (
        <button
          type="button"
          className="min-h-6 text-accent-text underline decoration-accent-line underline-offset-3 tabular-nums max-md:min-h-8"
          onClick={matching.selectAll}
        >
          {offerText(matching.matching)}
        </button>
      ) : null}
      {count > 0 ? <FilterChips browse={browse} /> : null}
      <div className="ml-auto flex items-center gap-2 max-md:-order-1 max-md:w-full">
        <Button className="md:hidden" onClick={onOpenFilters} aria-haspopup="dialog">
          <ListFilter aria-hidden />
          Filters
          {count > 0 ? (
            <span className="rounded-full bg-track px-1.5 text-xs tabular-nums">{count}</span>
          ) : null}
        </Button>
        <SortSelect browse={browse} />
        <Button onClick={onPaste} aria-label="Paste ids" aria-haspopup="dialog">
          <ClipboardPaste aria-hidden />
          <span className="max-md:sr-only">Paste ids</span>
        </Button>
        <ViewToggle browse={browse} />
      </div>
    </div>
  )
}

function ViewToggle({ browse }: { browse: Browse }) {
  const views = [
    { view: 'grid', words: 'Grid', Icon: LayoutGrid },
    { view: 'table', words: 'Table', Icon: Rows3 },
  ] as const
  return (
    <fieldset className="inline-flex h-8 gap-0.5 rounded-md border border-line-strong bg-well p-0.5 max-md:h-10">
      <legend className="sr-only">View</legend>
      {views.map(({ view, words, Icon }) => (
        <label
          key={view}
          className="relative grid w-7.5 cursor-pointer place-content-center rounded-sm text-faint has-checked:bg-raised has-checked:text-text has-checked:shadow-sm has-checked:ring-1 has-checked:ring-line has-focus-visible:outline-2 has-focus-visible:outline-focus max-md:w-9"
        >
          <input
            type="radio"
            name="view"
            aria-label={words}
            className="absolute inset-0 cursor-pointer opacity-0"
            checked={browse.state.view === view}
            onChange={() => browse.setView(view)}
          />
          <Icon className="size-4" aria-hidden />
        </label>
      ))}
    </fieldset>
  )
}
