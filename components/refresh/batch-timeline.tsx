'use client'

import { useState } from 'react'
import { plural } from '@/lib/format/count.ts'
import { formatClock, formatClockSeconds } from '@/lib/format/time.ts'
import type { RefreshDetail } from '@/lib/refresh/model.ts'
import { isFinished } from '@/lib/refresh/state.ts'
import { shownState } from '../ui/batch-words.ts'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { useNow } from '../ui/use-now.ts'
import { BatchRow } from './batch-row.tsx'
import { expectBatches } from './expected.ts'
import { batchSummary } from './refresh-words.ts'
import { makeTimeline, type Timeline } from './timeline.ts'
import { TimelineKey } from './timeline-key.tsx'

const FOLD_ABOVE = 12

/** One row per batch on a common time axis; with many batches the completed ones fold. */
export function BatchTimeline({ refresh }: { refresh: RefreshDetail }) {
  const [isOpen, setOpen] = useState(false)
  const ticking = useNow()
  const { batches } = refresh
  const now = isFinished(refresh.state) ? refresh.now : ticking.toISOString()
  const timeline = makeTimeline(batches, now, expectBatches(batches, refresh.timetable, now))
  const completed = batches.filter((batch) => shownState(batch) === 'finished')
  const isFolded = batches.length > FOLD_ABOVE && !isOpen && completed.length > 1
  const shown = isFolded ? batches.filter((batch) => !completed.includes(batch)) : batches
  return (
    <Panel title="Batches" detail={batchSummary(refresh)} isFlush>
      <ul>
        {timeline ? <Axis timeline={timeline} /> : null}
        {isFolded ? (
          <li className="flex items-center gap-3 border-line border-t px-4 py-2 text-muted text-sm first:border-t-0">
            {plural(completed.length, 'completed batch', 'completed batches')}
            <Button size="sm" variant="quiet" onClick={() => setOpen(true)}>
              Show them
            </Button>
          </li>
        ) : null}
        {shown.map((batch) => (
          <BatchRow key={batch.id} batch={batch} refresh={refresh} now={now} timeline={timeline} />
        ))}
      </ul>
      {timeline ? <TimelineKey timeline={timeline} /> : null}
    </Panel>
  )
}

function Axis({ timeline }: { timeline: Timeline }) {
  const isShort = timeline.ticks.some((iso) => !iso.endsWith(':00.000Z'))
  return (
    <li
      aria-hidden
      className="hidden px-4 py-1.5 text-2xs text-faint md:grid md:grid-cols-[2rem_10rem_8.5rem_minmax(6rem,1fr)_minmax(0,1.4fr)] md:gap-3"
    >
      <span>Batch</span>
      <span>State</span>
      <span>Upstream id</span>
      <span>Settled</span>
      <span className="relative h-4 overflow-hidden">
        {timeline.ticks.map((iso) => (
          <span
            key={iso}
            className="-translate-x-1/2 absolute whitespace-nowrap"
            style={{ left: `${timeline.place(iso)}%` }}
            suppressHydrationWarning
          >
            {isShort ? formatClockSeconds(iso) : formatClock(iso)}
          </span>
        ))}
      </span>
    </li>
  )
}
