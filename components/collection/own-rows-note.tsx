'use client'

import { formatCount } from '../../lib/format/count.ts'
import { Button } from '../ui/button.tsx'
import { Note } from '../ui/note.tsx'
import type { MatchingSelection } from './use-matching-selection.ts'

/** Filters that the desk answers itself need a count of the collection; says so while there is none. */
export function OwnRowsNote({ matching: { index, startIndex, starting } }: { matching: MatchingSelection }) {
  if (index === null || index.completedAt !== null) return null
  const isWalking = index.state === 'walking'
  return (
    <Note
      tone="info"
      title={isWalking ? 'Still counting.' : 'This collection is not counted yet.'}
      action={
        startIndex && !isWalking ? (
          <Button isBusy={starting.isPending} onClick={startIndex}>
            Count the collection
          </Button>
        ) : null
      }
    >
      {isWalking
        ? `The desk has seen ${formatCount(index.count)} assets so far. This list is complete when it has seen all.`
        : 'The desk answers this filter itself, from what it has seen, so this list may be incomplete.'}
    </Note>
  )
}
