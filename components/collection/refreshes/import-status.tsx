import { LoaderCircle } from 'lucide-react'
import type { RefreshImportState } from '../../../lib/domain/refreshes/refresh-import-schema.ts'
import { Note } from '../../ui/note.tsx'
import { Time } from '../../ui/text/time.tsx'
import { importProgressText, leftOutText } from './import-text.ts'

/** The progress of the import, what it left out and why, or what stopped it. */
export function ImportStatus({ state }: { state: RefreshImportState }) {
  const { completedAt, error } = state
  if (state.state === 'none') return null
  if (state.state === 'stopped') {
    return (
      <Note tone="failed" title="The import stopped.">
        {error}
        {state.listed > 0 ? ` ${importProgressText(state)} before it stopped.` : null}
      </Note>
    )
  }
  if (state.state === 'running') {
    return (
      <p role="status" className="flex min-w-0 items-center gap-2 text-sm tabular-nums">
        <LoaderCircle
          aria-hidden
          className="size-4 shrink-0 animate-spin text-info motion-reduce:animate-none"
        />
        <span>
          {importProgressText(state)}
          {error ? <span className="text-muted">. {error} The import continues automatically.</span> : null}
        </span>
      </p>
    )
  }
  const leftOut = leftOutText(state)
  return (
    <div className="grid min-w-0 gap-1 text-sm tabular-nums">
      <p role="status">
        {importProgressText(state)}
        {completedAt ? (
          <span className="text-faint text-xs">
            {' · '}
            <Time at={completedAt} />
          </span>
        ) : null}
      </p>
      {leftOut ? <p className="max-w-prose text-muted text-xs">{leftOut}</p> : null}
    </div>
  )
}
