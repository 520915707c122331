'use client'

import { useState } from 'react'
import { isFinished } from '@/lib/domain/batches/state.ts'
import { type Freshness, isOld } from '@/lib/domain/networks/freshness.ts'
import type { RefreshDetail } from '@/lib/domain/refreshes/model-schema.ts'
import { plural } from '@/lib/format/count.ts'
import { formatClock, formatClockSeconds } from '@/lib/format/time.ts'
import { shownState } from '../../ui/batch-text.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useZone } from '../../ui/text/clock.tsx'
import { useNow } from '../../ui/text/use-now.ts'
import { BATCH_COLUMNS, TimeAxis } from './batch-columns.tsx'
import { BatchRow } from './batch-row.tsx'
import { expectBatches } from './expected.ts'
import { batchSummary } from './refresh-text.ts'
import { barsOf, makeTimeline, type Timeline } from './timeline.ts'
import { TimelineKey } from './timeline-key.tsx'

const FOLD_ABOVE = 12

type Props = { refresh: RefreshDetail; freshness: Freshness; canAct: boolean }

/** One row per batch on a common time axis; above `FOLD_ABOVE` batches the finished ones are folded. */
export function BatchTimeline({ refresh, freshness, canAct }: Props) {
  const zone = useZone()
  const [isOpen, setOpen] = useState(false)
  const ticking = useNow()
  const { batches } = refresh
  const isOver = isFinished(refresh.state)
  const now = isOver ? refresh.now : ticking.toISOString()
  const age =
    !isOver && isOld(freshness) && freshness.asOf ? `, as of ${formatClockSeconds(freshness.asOf, zone)}` : ''
  const timeline = makeTimeline(batches, now, expectBatches(batches, refresh.timetable, now))
  const finished = batches.filter((batch) => shownState(batch) === 'finished')
  const isFolded = batches.length > FOLD_ABOVE && !isOpen && finished.length > 1
  const shown = isFolded ? batches.filter((batch) => !finished.includes(batch)) : batches
  const drawn = timeline ? shown.flatMap((batch) => barsOf(batch, now, timeline)) : []
  return (
    <Panel title="Batches" detail={`${batchSummary(refresh)}${age}`} isFlush className="@container">
      <ul>
        <Head timeline={timeline} />
        {isFolded ? (
          <li className="flex items-center gap-3 border-line border-t px-4 py-2 text-muted text-sm first:border-t-0">
            {plural(finished.length, 'finished batch', 'finished batches')}
            <Button size="sm" variant="quiet" onClick={() => setOpen(true)}>
              Show them
            </Button>
          </li>
        ) : null}
        {shown.map((batch) => (
          <BatchRow
            key={batch.id}
            batch={batch}
            refresh={refresh}
            canAct={canAct}
            now={now}
            timeline={timeline}
          />
        ))}
      </ul>
      {timeline ? <TimelineKey timeline={timeline} drawn={drawn.map(({ kind }) => kind)} /> : null}
    </Panel>
  )
}

function Head({ timeline }: { timeline: Timeline | null }) {
  const zone = useZone()
  const ticks = timeline?.ticks ?? []
  const isShort = ticks.some((iso) => !iso.endsWith(':00.000Z'))
  return (
    <li
      aria-hidden
      className={`@min-[34rem]:grid hidden gap-x-3 px-4 py-1.5 text-2xs text-faint ${BATCH_COLUMNS}`}
    >
      <span>Batch</span>
      <span>State</span>
      <span>Upstream id</span>
      <span className="col-start-5 text-right">Processed</span>
      <span className="text-right">Failed</span>
      <TimeAxis className="h-4">
        {ticks.map((iso) => (
          <span
            key={iso}
            data-tick
            className="-translate-x-1/2 absolute whitespace-nowrap"
            style={{ left: `${timeline?.place(iso)}%` }}
          >
            {isShort ? formatClockSeconds(iso, zone) : formatClock(iso, zone)}
          </span>
        ))}
      </TimeAxis>
    </li>
  )
}
