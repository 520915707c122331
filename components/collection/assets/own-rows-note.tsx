'use client'

import { plural } from '../../../lib/format/count.ts'
import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import type { MatchingSelection } from '../selection/use-matching-selection.ts'

/** Filters that the desk answers itself are quick once the collection is counted; says so while it is not. */
export function OwnRowsNote({ matching: { index, startIndex, starting } }: { matching: MatchingSelection }) {
  if (index === null || index.completedAt !== null) return null
  const isSyncing = index.state === 'running'
  return (
    <Note
      tone="info"
      title={isSyncing ? 'Still counting.' : 'This collection is not counted yet.'}
      action={
        startIndex && !isSyncing ? (
          <Button isBusy={starting.isPending} onClick={startIndex}>
            Count the collection
          </Button>
        ) : null
      }
    >
      {isSyncing
        ? `${plural(index.count, 'asset')} so far. Until it has all, the desk reads the network page by page to answer this filter.`
        : 'Until it is, the desk reads the network page by page to answer this filter, which takes longer and gives no total.'}
    </Note>
  )
}
