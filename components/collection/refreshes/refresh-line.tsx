import Link from 'next/link'
import { refreshName } from '@/lib/domain/refreshes/refresh-key.ts'
import { isFinished } from '../../../lib/domain/batches/state.ts'
import type { RefreshSummary } from '../../../lib/domain/refreshes/model-schema.ts'
import { refreshTitle } from '../../../lib/domain/refreshes/refresh-title.ts'
import { plural } from '../../../lib/format/count.ts'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { State } from '../../ui/state.tsx'
import { SourceTag } from '../../ui/text/source-tag.tsx'
import { submittedByText } from '../../ui/text/submitted-by-text.ts'
import { Time } from '../../ui/text/time.tsx'
import { outcomeText } from './outcome-text.ts'

/** One refresh of this collection in one line. */
export function RefreshLine({ refresh }: { refresh: RefreshSummary }) {
  const { id, number, source, state, progress, createdAt } = refresh
  const submitter = submittedByText(refresh)
  const label = refreshName(number)
  return (
    <li className="grid grid-cols-[11rem_minmax(0,1.5fr)_minmax(8rem,1fr)_8rem] items-center gap-x-4 gap-y-1.5 px-4 py-2.5 max-md:grid-cols-[minmax(0,1fr)_auto]">
      <State kind="refresh" value={state} className="max-md:order-2" />
      <div className="min-w-0 max-md:order-1 max-md:col-span-full">
        <Link href={`/refreshes/${id}`} className="block truncate font-medium hover:underline">
          {refreshTitle(refresh)}
        </Link>
        <p className="flex items-center gap-1.5 text-faint text-xs">
          <span className="truncate">
            {label} · {plural(progress.total, 'token')}
            {submitter ? ` · ${submitter}` : ''}
          </span>
          <SourceTag source={source} />
        </p>
      </div>
      <div className="grid gap-1 max-md:order-4 max-md:col-span-full">
        <ProgressBar progress={progress} isFinished={isFinished(state)} label={label} />
        <p className="text-faint text-xs tabular-nums">{outcomeText(progress)}</p>
      </div>
      <p className="text-right text-faint text-xs max-md:order-3">
        <Time at={createdAt} />
      </p>
    </li>
  )
}
