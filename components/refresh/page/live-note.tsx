'use client'

import type { Connection } from '@/lib/api/stream/event-source.ts'
import { isFinished, type RefreshState } from '@/lib/domain/batches/state.ts'
import { formatClockSeconds } from '@/lib/format/time.ts'
import { Note } from '../../ui/note.tsx'
import { useZone } from '../../ui/text/clock.tsx'

type Props = { connection: Connection; updatedAt: number; state: RefreshState }

/** Shows a lost connection with the time of the last update, from the stream or a poll. */
export function LiveNote({ connection, updatedAt, state }: Props) {
  const zone = useZone()
  if (connection !== 'lost' || isFinished(state)) return null
  return (
    <Note tone="info" role="status" title="Live updates are interrupted.">
      This page tries again by itself, and refreshes continue as long as the server is running. Last update{' '}
      {formatClockSeconds(new Date(updatedAt).toISOString(), zone)}.
    </Note>
  )
}
