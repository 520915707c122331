'use client'

import type { StreamState } from '@/lib/api/refresh-stream.ts'
import { formatClockSeconds } from '@/lib/format/time.ts'
import { isFinished, type RefreshState } from '@/lib/refresh/state.ts'
import { Note } from '../ui/note.tsx'

/** A lost connection is said with the time of the last truth; it is never a failure. */
export function LiveNote({ stream, state }: { stream: StreamState; state: RefreshState }) {
  if (stream.isLive || stream.lastAt === null || isFinished(state)) return null
  return (
    <Note tone="info" role="status" title="Live updates are interrupted.">
      The desk keeps working; this page asks again by itself. Last update{' '}
      {formatClockSeconds(new Date(stream.lastAt).toISOString())}.
    </Note>
  )
}
