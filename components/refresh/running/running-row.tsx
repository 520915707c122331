'use client'

import Link from 'next/link'
import type { RefreshSummary } from '@/lib/domain/refreshes/model-schema.ts'
import { refreshTitle } from '@/lib/domain/refreshes/refresh-title.ts'
import { submitterOf } from '@/lib/domain/refreshes/source.ts'
import { formatCount, percent, plural } from '@/lib/format/count.ts'
import { finishText } from '@/lib/format/finish.ts'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { State } from '../../ui/state.tsx'
import { Avatar } from '../../ui/text/avatar.tsx'
import { useZone } from '../../ui/text/clock.tsx'
import { useNow } from '../../ui/text/use-now.ts'
import { Thumbnail } from '../../ui/thumbnail.tsx'
import { processedCount } from '../batches/refresh-text.ts'

type Finish = { from: string; to: string } | null

export function RunningRow({ refresh, finish }: { refresh: RefreshSummary; finish: Finish }) {
  const { collection, progress, state } = refresh
  const title = refreshTitle(refresh)
  const submitter = submitterOf(refresh)
  return (
    <li className="border-line border-t first:border-t-0">
      <Link
        href={`/refreshes/${refresh.id}`}
        className="grid items-center gap-x-5 gap-y-2 px-4 py-3 hover:bg-well md:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)_11.5rem]"
      >
        <span className="flex min-w-0 items-center gap-3">
          <Thumbnail url={collection.imageUrl} />
          <span className="min-w-0">
            <span className="block truncate font-medium text-sm">{title}</span>
            <span className="block truncate text-faint text-xs">
              {collection.name}, {plural(progress.total, 'token')}
            </span>
          </span>
        </span>
        <span className="flex min-w-0 flex-col gap-1 text-muted text-xs">
          <ProgressBar progress={progress} isFinished={false} label={`Tokens of ${title}`} />
          <span className="flex flex-wrap justify-between gap-x-2 *:whitespace-nowrap">
            <span>{percent(processedCount(refresh), progress.total)}% processed</span>
            <span>
              <span className={progress.failed > 0 ? 'text-failed' : ''}>
                {formatCount(progress.failed)} failed
              </span>
              {progress.unknown > 0 ? (
                <span className="text-unknown">, {formatCount(progress.unknown)} unknown</span>
              ) : null}
            </span>
          </span>
        </span>
        <span className="flex items-center gap-2.5 text-sm md:justify-end">
          <span className="min-w-0 md:text-right">
            {state === 'running' ? (
              <ExpectedFinish finish={finish} />
            ) : (
              <State kind="refresh" value={state} className="text-xs" />
            )}
          </span>
          {submitter ? <Avatar address={submitter.address} /> : null}
        </span>
      </Link>
    </li>
  )
}

function ExpectedFinish({ finish }: { finish: Finish }) {
  const now = useNow(10_000)
  const zone = useZone()
  if (!finish) return <span className="text-faint text-xs">finish not known yet</span>
  const { value, detail } = finishText(finish, now, zone)
  return (
    <>
      <span className="block whitespace-nowrap">done {value}</span>
      <span className="block whitespace-nowrap text-faint text-xs">{detail}</span>
    </>
  )
}
