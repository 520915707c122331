'use client'

import { isFinished, type RefreshState } from '@/lib/domain/batches/state.ts'
import type { Freshness } from '@/lib/domain/networks/freshness.ts'
import { formatClockSeconds } from '@/lib/format/time.ts'
import { Note } from '../../ui/note.tsx'
import { useZone } from '../../ui/text/clock.tsx'

type Props = { freshness: Freshness; updatedAt: number; state: RefreshState }

/** Shows that the desk is not heard, with the time of the last update, from the stream or a poll. */
export function LiveNote({ freshness, updatedAt, state }: Props) {
  const zone = useZone()
  if (freshness.isHeard || isFinished(state)) return null
  return (
    <Note tone="info" role="status" title="Live updates are interrupted.">
      This page tries again by itself, and refreshes continue as long as the server is running. Last update{' '}
      {formatClockSeconds(new Date(updatedAt).toISOString(), zone)}.
    </Note>
  )
}
