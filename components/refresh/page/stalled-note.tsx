import { isBatchOver } from '@/lib/domain/batches/state.ts'
import type { RefreshDetail } from '@/lib/domain/refreshes/model-schema.ts'
import { formatCount, plural } from '@/lib/format/count.ts'
import { wordsOf } from '@/lib/networks/words.ts'
import { Note } from '../../ui/note.tsx'

/** A stalled refresh is late, not failed. */
export function StalledNote({ refresh: { state, batches, collection } }: { refresh: RefreshDetail }) {
  if (state !== 'stalled') return null
  const { vendor, longestRequest } = wordsOf(collection.network)
  const late = batches.filter((batch) => batch.reference !== null && !isBatchOver(batch.state))
  const tokens = late.reduce((sum, { progress }) => sum + progress.pending, 0)
  return (
    <Note tone="waiting" title={`The network is taking longer than ${longestRequest}.`}>
      {' '}
      It accepted {late.length === 1 ? 'a batch' : `${formatCount(late.length)} batches`} more than{' '}
      {longestRequest} ago, and {plural(tokens, 'token is', 'tokens are')} still pending. Nothing has failed,
      and progress is still checked. If this continues, contact {vendor}’s support with the upstream id below.
    </Note>
  )
}
