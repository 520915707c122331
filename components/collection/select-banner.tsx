'use client'

import type { ReactNode } from 'react'
import { addTokens, countShown, EXCEPT_LIMIT, SELECTION_LIMIT } from '../../lib/collection/selection.ts'
import { formatCount } from '../../lib/format/count.ts'
import { matchingWords, offerWords } from './select-words.ts'
import type { MatchingSelection } from './use-matching-selection.ts'

type Props = {
  matching: MatchingSelection
  ids: readonly string[]
  /** Whether more assets match than this page shows. */
  hasMore: boolean
}

/** Says what is selected where, and offers the rest of the page and all that match. */
export function SelectBanner({ matching, ids, hasMore }: Props) {
  if (matching.isEmpty) return null
  const { selection } = matching
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded-md border border-accent-line bg-accent-soft px-3 py-1.5 tabular-nums"
    >
      {selection.kind === 'query' ? (
        <>
          <Matching matching={matching} except={selection.except.size} />
          {matching.isHere ? null : <Offer onClick={matching.showQuery}>Show them</Offer>}
          <Offer onClick={matching.clear}>Clear</Offer>
        </>
      ) : (
        <NamedTokens matching={matching} selected={selection.ids.size} ids={ids} hasMore={hasMore} />
      )}
      {selection.overflow > 0 ? (
        <p className="w-full text-failed">
          {selection.kind === 'ids'
            ? `${formatCount(selection.overflow)} more did not fit: one refresh takes at most ${formatCount(SELECTION_LIMIT)} named tokens. Submit these first, then select the rest.`
            : `${formatCount(selection.overflow)} stay selected: at most ${formatCount(EXCEPT_LIMIT)} can be taken out. Narrow the filters instead.`}
        </p>
      ) : null}
    </div>
  )
}

function NamedTokens({ matching, selected, ids, hasMore }: Props & { selected: number }) {
  const here = countShown(matching.selection, ids)
  return (
    <>
      <p>
        <strong className="font-semibold">{formatCount(selected)} selected:</strong> {formatCount(here)} on
        this page
        {selected > here ? `, ${formatCount(selected - here)} on other pages` : ''}.
      </p>
      {here < ids.length && selected < SELECTION_LIMIT ? (
        <Offer onClick={() => matching.update((before) => addTokens(before, ids))}>
          Select all {ids.length} on this page
        </Offer>
      ) : null}
      {hasMore ? <Offer onClick={matching.selectAll}>{offerWords(matching.matching)}</Offer> : null}
    </>
  )
}

function Matching({ matching, except }: { matching: MatchingSelection; except: number }) {
  const { title, rest } = matchingWords(matching.count, except, matching.isHere)
  return (
    <p>
      <strong className="font-semibold">{title}</strong> {rest}
      {matching.isHere ? null : ' Selecting here begins a new selection.'}
    </p>
  )
}

const Offer = ({ onClick, children }: { onClick: () => void; children: ReactNode }) => (
  <button
    type="button"
    className="min-h-6 text-accent-text underline decoration-accent-line underline-offset-3 max-md:min-h-8"
    onClick={onClick}
  >
    {children}
  </button>
)
