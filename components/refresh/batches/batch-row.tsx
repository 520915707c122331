import dynamic from 'next/dynamic'
import type { Batch } from '@/lib/domain/batches/batch-schema.ts'
import { isBatchOver } from '@/lib/domain/batches/state.ts'
import type { RefreshDetail } from '@/lib/domain/refreshes/model-schema.ts'
import { formatCount } from '@/lib/format/count.ts'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { Id } from '../../ui/text/id.tsx'
import { barLooks } from './bar-looks.ts'
import { BATCH_COLUMNS, TimeAxis } from './batch-columns.tsx'
import { BatchRemark } from './batch-remark.tsx'
import { BatchState } from './batch-state.tsx'
import { noReferenceText } from './batch-state-text.ts'
import { barsOf, type Timeline } from './timeline.ts'
import { TimelineLines } from './timeline-key.tsx'

const SearchNowButton = dynamic(
  () => import('./search-now-button.tsx').then((module) => module.SearchNowButton),
  { loading: () => null },
)

type Props = {
  batch: Batch
  refresh: Pick<RefreshDetail, 'id' | 'source' | 'pause' | 'batches'>
  canAct: boolean
  now: string
  timeline: Timeline | null
}

export function BatchRow({ batch, refresh, canAct, now, timeline }: Props) {
  const { position, progress, state, reference } = batch
  return (
    <li
      className={`grid grid-cols-[2rem_1fr_auto] items-center gap-x-3 gap-y-1.5 border-line border-t px-4 py-2 text-sm ${BATCH_COLUMNS}`}
    >
      <span className="font-medium">{position}</span>
      <BatchState batch={batch} pause={refresh.pause} />
      {reference ? (
        <Id value={reference} kind="upstream" />
      ) : (
        <span className="text-faint text-xs">{noReferenceText(batch)}</span>
      )}
      <span className="col-span-full grid grid-cols-[1fr_6rem_5rem] items-center gap-x-3 @min-[34rem]:contents">
        <ProgressBar
          progress={progress}
          isFinished={isBatchOver(state)}
          size="xs"
          label={`Batch ${position}`}
        />
        <span className="whitespace-nowrap text-right text-xs tabular-nums">
          {formatCount(progress.succeeded + progress.failed)}{' '}
          <span className="text-faint">of {formatCount(progress.total)}</span>
          {progress.unknown > 0 ? (
            <span className="block text-unknown">{formatCount(progress.unknown)} unknown</span>
          ) : null}
        </span>
        <span
          className={`whitespace-nowrap text-right text-xs tabular-nums ${progress.failed > 0 ? 'text-failed' : 'text-faint'}`}
        >
          {formatCount(progress.failed)} <span className="@min-[34rem]:sr-only">failed</span>
        </span>
      </span>
      {timeline ? (
        <TimeAxis className="-my-2 self-stretch">
          <TimelineLines timeline={timeline} />
          {barsOf(batch, now, timeline).map(({ kind, from, to }) => (
            <span
              key={kind}
              className={`absolute inset-y-0 my-auto h-2.5 min-w-[3px] rounded-[2px] ${barLooks[kind].look}`}
              style={{ left: `${from}%`, width: `${to - from}%` }}
            />
          ))}
        </TimeAxis>
      ) : null}
      <BatchRemark batch={batch} refresh={refresh} />
      {canAct && state === 'lost' ? (
        <span className="col-span-full flex flex-wrap items-center gap-3 md:pl-11">
          <SearchNowButton refreshId={refresh.id} position={position} />
        </span>
      ) : null}
    </li>
  )
}
