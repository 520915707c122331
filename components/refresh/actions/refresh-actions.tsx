'use client'

import { Pause } from 'lucide-react'
import { isFinished } from '@/lib/domain/batches/state.ts'
import type { RefreshDetail } from '@/lib/domain/refreshes/model.ts'
import { isOnlyWatched } from '@/lib/domain/refreshes/source.ts'
import { Button } from '../../ui/button.tsx'
import { RequestErrorNote } from '../../ui/request-error-note.tsx'
import { CancelButton } from './cancel-button.tsx'
import { countUnsent } from './unsent-text.ts'
import { useRemainingWork } from './use-remaining-work.ts'

/** What may be decided about a refresh that still has something to send. Going on is asked in the pause's own panel. */
export function RefreshActions({ refresh }: { refresh: RefreshDetail }) {
  const course = useRemainingWork(refresh.id)
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
      <Button isBusy={course.isPausing} onClick={course.pause}>
        <Pause aria-hidden /> Pause
      </Button>
      <CancelButton refresh={refresh} />
      {course.error ? <RequestErrorNote error={course.error} /> : null}
    </>
  )
}
