import type { RefreshDetail } from '@/lib/domain/refreshes/model.ts'
import { plural } from '@/lib/format/count.ts'
import { Note } from '../../ui/note.tsx'

/** While a query is still being turned into tokens: how many there are so far, and what holds the rest up. */
export function ExpandingNote({ refresh: { expanding, pause, progress } }: { refresh: RefreshDetail }) {
  if (!expanding) return null
  const soFar = `At least ${plural(progress.total, 'token')} so far.`
  if (pause) {
    return (
      <Note tone="waiting" title="Expanding tokens is paused too.">
        {soFar} It goes on with the sending.
      </Note>
    )
  }
  return (
    <Note tone={expanding.error ? 'waiting' : 'info'} role="status" title="Tokens are still being collected.">
      {expanding.error ? `${expanding.error} The desk tries again. ` : ''}
      {soFar} Full batches go out meanwhile.
    </Note>
  )
}
