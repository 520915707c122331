import { CircleAlert } from 'lucide-react'
import Link from 'next/link'
import { refreshName } from '@/lib/domain/refreshes/refresh-key.ts'
import { sourceNames } from '@/lib/domain/refreshes/source.ts'
import { percent } from '@/lib/format/count.ts'
import { State } from '../ui/state.tsx'
import { submittedByText } from '../ui/text/submitted-by-text.ts'
import { Time } from '../ui/text/time.tsx'
import type { ShownRefresh } from './shown-refresh.ts'

/** How a refresh stands, as a link to it; then when, and by whom. */
export function LastRefresh({ refresh }: { refresh: ShownRefresh | null }) {
  if (!refresh) return <span className="text-faint">never</span>
  const { id, number, createdAt, source } = refresh
  const by = submittedByText(refresh) ?? sourceNames[source]
  return (
    <span className="flex min-w-0 flex-col">
      <Link href={`/refreshes/${id}`} title={refreshName(number)} className="relative w-fit hover:underline">
        <Standing refresh={refresh} />
      </Link>
      <span className="truncate text-faint text-xs" title={by}>
        <Time at={createdAt} />, {by}
      </span>
    </span>
  )
}

function Standing({ refresh: { needsYou, progress, state } }: { refresh: ShownRefresh }) {
  if (needsYou) return <State tone="waiting" icon={CircleAlert} words="Needs you" />
  if (state !== 'running') return <State kind="refresh" value={state} />
  const { failed, succeeded, total } = progress
  return <State tone="info" words={`Running, ${percent(succeeded + failed, total)}%`} />
}
