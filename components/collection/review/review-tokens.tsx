'use client'

import { useState } from 'react'
import type { RefreshPlan, SubmittedSelection } from '../../../lib/domain/refreshes/submission-schema.ts'
import { formatCount, plural } from '../../../lib/format/count.ts'

/** A longer list would freeze the page. */
const MOST_LISTED = 10_000

type Props = { selection: SubmittedSelection; plan: RefreshPlan | undefined }

/** The selection: listed tokens, or all that match except some. */
export function ReviewTokens({ selection, plan }: Props) {
  if ('ids' in selection) return <Named ids={selection.ids} />
  const { except } = selection
  const without = except.length > 0 ? `, except ${formatCount(except.length)} you took out` : ''
  if (!plan) return <p>All that match{without}.</p>
  return (
    <p>
      {plan.isAtLeast
        ? `All that match${without}: at least ${formatCount(plan.tokens)} so far. Full batches are sent while the rest is counted.`
        : `All that match${without}: ${plural(plan.tokens, 'token')}.`}
    </p>
  )
}

function Named({ ids }: { ids: readonly string[] }) {
  const [isListed, setIsListed] = useState(false)
  return (
    <>
      <p>
        {formatCount(ids.length)} selected.{' '}
        <button
          type="button"
          aria-expanded={isListed}
          className="text-accent-text underline decoration-line-strong underline-offset-3"
          onClick={() => setIsListed(!isListed)}
        >
          {isListed ? 'Hide the list' : 'See the list'}
        </button>
      </p>
      {isListed ? (
        <textarea
          readOnly
          rows={5}
          aria-label="Token ids of this refresh"
          value={
            ids.slice(0, MOST_LISTED).join('\n') +
            (ids.length > MOST_LISTED ? `\nand ${formatCount(ids.length - MOST_LISTED)} more` : '')
          }
          className="w-full resize-y rounded-md border border-line bg-well p-2 font-mono text-xs"
        />
      ) : null}
    </>
  )
}
