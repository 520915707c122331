import { isBatchOver } from '@/lib/domain/batches/state.ts'
import type { RefreshDetail } from '@/lib/domain/refreshes/model-schema.ts'
import { wordsOf } from '@/lib/networks/words.ts'
import { Note } from '../../ui/note.tsx'
import { stalledText } from './stalled-text.ts'

/** A stalled refresh is late, not failed. */
export function StalledNote({ refresh: { batches, collection } }: { refresh: RefreshDetail }) {
  const { vendor, longestRequest } = wordsOf(collection.network)
  const late = batches.filter((batch) => batch.reference !== null && !isBatchOver(batch.state))
  const pending = late.reduce((sum, { progress }) => sum + progress.pending, 0)
  return (
    <Note tone="waiting" title={`The network is taking longer than ${longestRequest}.`}>
      {' '}
      It {stalledText({ batches: late.length, pending }, longestRequest)} Nothing has failed, and progress is
      still checked. If this continues, contact {vendor}’s support with the upstream id below.
    </Note>
  )
}
