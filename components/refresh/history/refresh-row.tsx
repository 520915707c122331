import { GitBranch } from 'lucide-react'
import Link from 'next/link'
import { isFinished } from '@/lib/domain/batches/state.ts'
import type { RefreshSummary } from '@/lib/domain/refreshes/model-schema.ts'
import { refreshName } from '@/lib/domain/refreshes/refresh-key.ts'
import { refreshTitle, retryOfText } from '@/lib/domain/refreshes/refresh-title.ts'
import { formatCount } from '@/lib/format/count.ts'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { State } from '../../ui/state.tsx'
import { SourceTag } from '../../ui/text/source-tag.tsx'
import { SubmittedBy } from '../../ui/text/submitted-by.tsx'
import { Time } from '../../ui/text/time.tsx'
import { Thumbnail } from '../../ui/thumbnail.tsx'
import { tookText } from '../batches/refresh-text.ts'
import { rowColumns } from './row-columns.ts'

type Props = {
  refresh: RefreshSummary
  hasCollection?: boolean
  /** How deep below what it retried. */
  depth?: number
}

const indents = ['', 'pl-5', 'pl-10']

/** One refresh in one line, three on phones; the whole row is a link. */
export function RefreshRow({ refresh, hasCollection = true, depth = 0 }: Props) {
  const { collection, number, source, progress, retryOf, state } = refresh
  const took = tookText(refresh)
  const title = refreshTitle(refresh)
  const retried = retryOfText(retryOf)
  return (
    <Link
      href={`/refreshes/${refresh.id}`}
      data-refresh={refresh.id}
      className={`py-2.5 hover:bg-well ${rowColumns}`}
    >
      <State kind="refresh" value={state} className="text-sm" />
      <span className={`flex min-w-0 items-center gap-3 ${indents[depth] ?? ''}`}>
        {hasCollection && depth === 0 ? <Thumbnail url={collection.imageUrl} /> : null}
        <span className="min-w-0">
          <span className="flex items-center gap-1.5 truncate font-medium text-sm">
            {retryOf.length > 0 ? <GitBranch aria-hidden className="size-3.5 shrink-0 text-faint" /> : null}
            <span className="truncate">{title}</span>
          </span>
          <span className="flex items-center gap-1.5 text-faint text-xs">
            {hasCollection && depth === 0 ? <span className="truncate">{collection.name}</span> : null}
            {retried && retried !== title ? <span className="truncate">{retried}</span> : null}
            <span className="whitespace-nowrap font-mono">{refreshName(number)}</span>
            <SourceTag source={source} />
          </span>
        </span>
      </span>
      <span className="flex min-w-0 flex-col gap-1 text-xs">
        <ProgressBar progress={progress} isFinished={isFinished(state)} size="xs" label="Tokens" />
        <span>
          <strong className="font-semibold">{formatCount(progress.succeeded)}</strong>
          {progress.failed > 0 ? (
            <span className="text-failed"> {formatCount(progress.failed)} failed</span>
          ) : null}
          {progress.unknown > 0 ? (
            <span className="text-unknown"> {formatCount(progress.unknown)} unknown</span>
          ) : null}
          <span className="text-faint"> of {formatCount(progress.total)}</span>
        </span>
      </span>
      <span className="flex min-w-0 text-sm">
        <SubmittedBy refresh={refresh} isOneLine />
      </span>
      <span className="text-faint text-xs md:text-right">
        <Time at={refresh.createdAt} />
        {took ? <span className="block max-md:inline"> took {took}</span> : null}
      </span>
    </Link>
  )
}
