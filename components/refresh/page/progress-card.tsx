'use client'

import { Ban, CircleCheck, CircleDashed, CircleHelp, CircleX } from 'lucide-react'
import { hasRetryable, isFinished } from '@/lib/domain/batches/state.ts'
import type { Freshness } from '@/lib/domain/networks/freshness.ts'
import type { RefreshDetail } from '@/lib/domain/refreshes/model-schema.ts'
import { formatCount, formatShare, percent } from '@/lib/format/count.ts'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { useZone } from '../../ui/text/clock.tsx'
import { Time } from '../../ui/text/time.tsx'
import { headline, processedCount } from '../batches/refresh-text.ts'
import { RetryButton } from '../retry/retry-button.tsx'
import type { SignSlot } from '../retry/sign-slot.ts'
import { Forecast } from './forecast.tsx'
import { LiveLine } from './live-line.tsx'
import { waitingText } from './waiting-text.ts'

type Props = {
  refresh: RefreshDetail
  freshness: Freshness
  canAct: boolean
  sign: SignSlot
  onOpenRefresh: (id: string) => void
}

export function ProgressCard({ refresh, freshness, canAct, sign, onOpenRefresh }: Props) {
  const { progress, state } = refresh
  const zone = useZone()
  const isOver = isFinished(state)
  return (
    <section
      aria-label="Progress"
      className="flex flex-col gap-3.5 rounded-lg border border-line bg-surface p-5"
    >
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <Figure refresh={refresh} />
        <div className="min-w-0 flex-1 basis-60">
          <p className="text-md">
            <strong className="font-semibold">{headline(refresh)}</strong>{' '}
            <span className="text-muted">{waitingText(refresh, zone)}</span>
          </p>
          <p className="text-faint text-xs">
            {isOver && refresh.finishedAt ? (
              <>
                Finished <Time at={refresh.finishedAt} style="moment" />, <Time at={refresh.finishedAt} />.
              </>
            ) : (
              <LiveLine freshness={freshness} slug={refresh.collection.network} />
            )}
          </p>
        </div>
        <Forecast refresh={refresh} />
        {hasRetryable(refresh) && canAct ? (
          <RetryButton refresh={refresh} sign={sign} onOpenRefresh={onOpenRefresh} isPrimary />
        ) : null}
      </div>
      <ProgressBar progress={progress} isFinished={isOver} size="lg" label="Tokens of this refresh" />
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        <Count
          icon={<CircleCheck aria-hidden className="size-4 text-succeeded" />}
          count={progress.succeeded}
          words="succeeded"
          className="text-succeeded"
        />
        <Count
          icon={<CircleX aria-hidden className="size-4 text-failed" />}
          count={progress.failed}
          words="failed"
          className="text-failed"
        />
        <Count
          icon={<CircleDashed aria-hidden className="size-4 text-pending" />}
          count={progress.pending}
          words="pending"
        />
        {progress.cancelled > 0 ? (
          <Count
            icon={<Ban aria-hidden className="size-4 text-pending" />}
            count={progress.cancelled}
            words="cancelled"
          />
        ) : null}
        {progress.unknown > 0 ? (
          <Count
            icon={<CircleHelp aria-hidden className="size-4 text-unknown" />}
            count={progress.unknown}
            words="unknown"
            className="text-unknown"
          />
        ) : null}
      </ul>
    </section>
  )
}

/** How far it is, and once it is over how much of it succeeded. */
function Figure({ refresh }: { refresh: RefreshDetail }) {
  const { progress, state } = refresh
  const [share, words] = isFinished(state)
    ? [formatShare(progress.succeeded, progress.total), 'refreshed']
    : [`${percent(processedCount(refresh), progress.total)}%`, 'processed']
  return (
    <p className="font-semibold text-3xl tabular-nums">
      {share} <span className="font-normal text-faint text-lg">{words}</span>
    </p>
  )
}

function Count({
  icon,
  count,
  words,
  className = '',
}: {
  icon: React.ReactNode
  count: number
  words: string
  className?: string
}) {
  return (
    <li className="flex items-center gap-1.5 text-sm">
      {icon}
      <strong className={`font-semibold ${className}`}>{formatCount(count)}</strong>
      <span className="text-muted">{words}</span>
    </li>
  )
}
