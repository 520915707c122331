import { isBatchOver } from '@/lib/domain/batches/state.ts'
import type { RefreshDetail } from '@/lib/domain/refreshes/model.ts'
import { formatCount, plural } from '@/lib/format/count.ts'
import { Note } from '../../ui/note.tsx'

/** A stalled refresh is late, not failed. */
export function StalledNote({ refresh: { state, batches } }: { refresh: RefreshDetail }) {
  if (state !== 'stalled') return null
  const late = batches.filter((batch) => batch.reference !== null && !isBatchOver(batch.state))
  const tokens = late.reduce((sum, { progress }) => sum + progress.pending, 0)
  return (
    <Note tone="waiting" title="The network is late.">
      It accepted {late.length === 1 ? 'a batch' : `${formatCount(late.length)} batches`} more than 48 hours
      ago and has not finished: {plural(tokens, 'token is', 'tokens are')} pending there. Nothing has failed;
      the desk goes on looking. If it stays so, ask Immutable’s support with the upstream id below.
    </Note>
  )
}
