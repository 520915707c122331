'use client'

import { useState } from 'react'
import type { RefreshPlan, SubmittedSelection } from '../../../lib/domain/refreshes/submission.ts'
import { formatCount, plural } from '../../../lib/format/count.ts'

/** A list of many ids would freeze the page, and nobody reads it. */
const MOST_LISTED = 10_000

type Props = { selection: SubmittedSelection; plan: RefreshPlan | undefined }

/** What is selected: named tokens with their list, or all that match but some. */
export function ReviewTokens({ selection, plan }: Props) {
  if ('ids' in selection) return <Named ids={selection.ids} />
  const { except } = selection
  const without = except.length > 0 ? `, except ${formatCount(except.length)} you took out` : ''
  if (!plan) return <p>All that match{without}.</p>
  return (
    <p>
      {plan.isAtLeast
        ? `All that match${without}: at least ${formatCount(plan.tokens)} so far. The desk sends full batches while it counts the rest.`
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
