import 'server-only'
import type { Batch } from '../../../domain/batches/batch-schema.ts'
import { isUnsent, type RefreshState } from '../../../domain/batches/state.ts'
import type { RefreshSummary } from '../../../domain/refreshes/model-schema.ts'

const stopped: readonly RefreshState[] = ['paused', 'waiting_authority', 'unknown', 'stalled']

/** What of a refresh is still to come. */
export function remainingCourse(
  { id, number, state, pause, expanding }: RefreshSummary,
  batches: readonly Batch[],
) {
  const unsent = batches.filter((batch) => isUnsent(batch.state))
  const running = batches.filter((batch) => batch.state === 'sent')
  const searches = batches.flatMap(({ search }) => search ?? [])
  const needsPerson = searches.some((search) => search.needsPerson)
  const lastDecision = searches
    .map(({ decideAt }) => decideAt)
    .sort()
    .at(-1)
  const isHeld = unsent.length > 0 && (pause !== null || unsent.some(({ wait }) => wait === 'turn'))
  return {
    refreshId: id,
    refreshNumber: number,
    unsent: unsent.map(({ progress }) => progress.total),
    running: running.map(({ progress }) => progress.pending),
    sizes: running.map(({ progress }) => progress.total),
    unknownUntil: lastDecision ? new Date(lastDecision) : null,
    isStopped: isHeld || needsPerson || expanding !== null || stopped.includes(state),
  }
}
