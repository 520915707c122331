import type { RefreshDetail } from '@/lib/domain/refreshes/model-schema.ts'
import { plural } from '@/lib/format/count.ts'
import { Note } from '../../ui/note.tsx'

type Props = { refresh: RefreshDetail; expanding: NonNullable<RefreshDetail['expanding']> }

/** Shown while a query is being expanded into tokens: how many so far, and what delays the rest. */
export function ExpandingNote({ refresh: { pause, progress }, expanding }: Props) {
  const soFar = `At least ${plural(progress.total, 'token')} so far.`
  if (pause) {
    return (
      <Note tone="waiting" title="Adding tokens is paused too.">
        {soFar} It continues when sending is resumed.
      </Note>
    )
  }
  return (
    <Note tone={expanding.error ? 'waiting' : 'info'} role="status" title="Tokens are still being added.">
      {expanding.error ? `${expanding.error} Trying again automatically. ` : ''}
      {soFar} Full batches are sent in the meantime.
    </Note>
  )
}
