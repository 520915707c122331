'use client'

import type { RefreshSummary } from '@/lib/domain/refreshes/model-schema.ts'
import { formatDay } from '@/lib/format/time.ts'
import { useZone } from '../../ui/text/clock.tsx'
import { useNow } from '../../ui/text/use-now.ts'
import { RefreshHeadings } from './refresh-headings.tsx'
import { RefreshRows } from './refresh-rows.tsx'
import type { Thread } from './retry-threads.ts'
import type { HistorySelection } from './use-history-selection.ts'

const HOUR_MS = 3_600_000

type Props = {
  threads: readonly Thread<RefreshSummary>[]
  hasCollection?: boolean
  selection?: HistorySelection | undefined
}

/** Refreshes under headings, by days; a thread of retries stands on the day of its newest. */
export function RefreshList({ threads, hasCollection = true, selection }: Props) {
  const now = useNow(HOUR_MS)
  const zone = useZone()
  if (threads.length === 0) return null
  const days = Map.groupBy(threads, ({ newest }) => formatDay(newest.createdAt, now, zone))
  return (
    <>
      <RefreshHeadings hasBoxes={selection !== undefined} />
      {[...days].map(([day, ofDay]) => (
        <section key={day} aria-label={day} className="border-line border-t max-md:first:border-t-0">
          <h2 className="border-line border-b bg-well px-4 py-1.5 font-medium text-muted text-xs">{day}</h2>
          <RefreshRows threads={ofDay} hasCollection={hasCollection} selection={selection} />
        </section>
      ))}
    </>
  )
}
