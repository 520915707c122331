'use client'

import { Pause } from 'lucide-react'
import { isFinished } from '@/lib/domain/batches/state.ts'
import type { RefreshDetail } from '@/lib/domain/refreshes/model-schema.ts'
import { isOnlyWatched } from '@/lib/domain/refreshes/source.ts'
import { Button } from '../../ui/button.tsx'
import { RequestErrorNote } from '../../ui/request-error-note.tsx'
import { CancelButton } from './cancel-button.tsx'
import { countUnsent } from './unsent-text.ts'
import { useRemainingWork } from './use-remaining-work.ts'

/** Pause and cancel, for a refresh with something left to send. Resuming is offered in the pause panel. */
export function RefreshActions({ refresh }: { refresh: RefreshDetail }) {
  const remainingWork = useRemainingWork(refresh.id)
  const { batches, isExpanding } = countUnsent(refresh)
  if (
    isFinished(refresh.state) ||
    isOnlyWatched(refresh.source) ||
    refresh.pause ||
    (batches === 0 && !isExpanding)
  )
    return null
  return (
    <>
      <Button isBusy={remainingWork.isPausing} onClick={remainingWork.pause}>
        <Pause aria-hidden /> Pause
      </Button>
      <CancelButton refresh={refresh} />
      {remainingWork.error ? <RequestErrorNote error={remainingWork.error} /> : null}
    </>
  )
}
