import { plural } from '@/lib/format/count.ts'
import type { RefreshDetail } from '@/lib/refresh/model.ts'
import { Note } from '../ui/note.tsx'

/** While a query is still being turned into tokens: how many there are so far, and what holds the rest up. */
export function CollectingNote({ refresh: { collecting, pause, progress } }: { refresh: RefreshDetail }) {
  if (!collecting) return null
  const soFar = `At least ${plural(progress.total, 'token')} so far.`
  if (pause) {
    return (
      <Note tone="waiting" title="Collecting tokens is paused too.">
        {soFar} It goes on with the sending.
      </Note>
    )
  }
  return (
    <Note
      tone={collecting.error ? 'waiting' : 'info'}
      role="status"
      title="Tokens are still being collected."
    >
      {collecting.error ? `${collecting.error} The desk tries again. ` : ''}
      {soFar} Full batches go out meanwhile.
    </Note>
  )
}
