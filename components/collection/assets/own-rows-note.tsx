'use client'

import { plural } from '../../../lib/format/count.ts'
import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import type { MatchingSelection } from '../selection/use-matching-selection.ts'

/** Some filters are answered by our own index; says so while the collection is not counted yet. */
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
        ? `${plural(index.count, 'asset')} so far. Until all are counted, this filter is slower and shows no total.`
        : 'Until it is, this filter is slower and shows no total.'}
    </Note>
  )
}
