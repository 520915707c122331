import { CirclePause, Hourglass, PenLine } from 'lucide-react'
import type { Batch } from '@/lib/domain/batches/batch-schema.ts'
import type { RefreshSummary } from '@/lib/domain/refreshes/model-schema.ts'
import { State } from '../../ui/state.tsx'
import { useZone } from '../../ui/text/clock.tsx'
import { batchStateSentence, batchWait } from './batch-state-text.ts'

const icons = {
  hold: CirclePause,
  pause: CirclePause,
  authority: PenLine,
  quota: Hourglass,
  backoff: Hourglass,
  turn: Hourglass,
}

type Props = { batch: Batch; pause: RefreshSummary['pause'] }

/** What a batch waits for, if anything, else its own state. */
export function BatchState({ batch, pause }: Props) {
  const zone = useZone()
  const wait = batchWait(batch, pause)
  if (wait === null) return <State kind="batch" value={batch} />
  return <State tone="waiting" icon={icons[wait]} words={batchStateSentence(batch, pause, zone)} />
}
