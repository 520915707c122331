import { formatCount } from '@/lib/format/count.ts'
import type { Batch } from '@/lib/refresh/batch.ts'
import type { RefreshDetail } from '@/lib/refresh/model.ts'
import { isBatchOver } from '@/lib/refresh/state.ts'
import { Id } from '../ui/id.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { BatchRemark } from './batch-remark.tsx'
import { BatchState } from './batch-state.tsx'
import { noReferenceWords } from './batch-words.ts'
import { type Bar, barsOf, type Timeline } from './timeline.ts'
import { partlyFailedLook, TimelineLines } from './timeline-key.tsx'

const barLooks: Record<Bar['kind'], string> = {
  waiting: 'bg-info-line',
  processing: 'bg-info-fill',
  completed: 'bg-succeeded-fill',
  partly_failed: partlyFailedLook,
  failed: 'bg-failed-fill',
  inconclusive: 'bg-unknown-fill',
  lost: 'bg-unknown-fill hatched',
  rejected: 'bg-failed-fill',
  expected: 'border border-line-control',
}

type Props = {
  batch: Batch
  refresh: Pick<RefreshDetail, 'source' | 'pause'>
  now: string
  timeline: Timeline | null
}

export function BatchRow({ batch, refresh, now, timeline }: Props) {
  const { position, progress, state, reference } = batch
  return (
    <li className="grid grid-cols-[2rem_1fr_auto] items-center gap-x-3 gap-y-1.5 border-line border-t px-4 py-2 text-sm md:grid-cols-[2rem_10rem_8.5rem_minmax(6rem,1fr)_minmax(0,1.4fr)]">
      <span className="font-medium">{position}</span>
      <BatchState batch={batch} pause={refresh.pause} />
      {reference ? (
        <Id value={reference} kind="upstream" />
      ) : (
        <span className="text-faint text-xs">{noReferenceWords(batch)}</span>
      )}
      <span className="flex min-w-0 items-center gap-2 max-md:col-span-full">
        <ProgressBar
          progress={progress}
          isFinished={isBatchOver(state)}
          size="xs"
          label={`Batch ${position}`}
          className="max-w-24"
        />
        <span className="whitespace-nowrap text-xs">
          {formatCount(progress.succeeded + progress.failed)}{' '}
          <span className="text-faint">of {formatCount(progress.total)}</span>
          {progress.failed > 0 ? (
            <span className="text-failed"> {formatCount(progress.failed)} failed</span>
          ) : null}
          {progress.unknown > 0 ? (
            <span className="text-unknown"> {formatCount(progress.unknown)} unknown</span>
          ) : null}
        </span>
      </span>
      <span aria-hidden className="-my-2 relative hidden self-stretch overflow-hidden md:block">
        {timeline ? <TimelineLines timeline={timeline} /> : null}
        {timeline
          ? barsOf(batch, now, timeline).map(({ kind, from, to }) => (
              <span
                key={kind}
                className={`absolute inset-y-0 my-auto h-2.5 min-w-[3px] rounded-[2px] ${barLooks[kind]}`}
                style={{ left: `${from}%`, width: `${to - from}%` }}
              />
            ))
          : null}
      </span>
      <BatchRemark batch={batch} source={refresh.source} />
    </li>
  )
}
