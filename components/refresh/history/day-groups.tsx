'use client'

import type { RefreshSummary } from '@/lib/domain/refreshes/model-schema.ts'
import { formatDay } from '@/lib/format/time.ts'
import { useZone } from '../../ui/text/clock.tsx'
import { useNow } from '../../ui/text/use-now.ts'
import { RefreshRows } from './refresh-rows.tsx'
import type { HistorySelection } from './use-history-selection.ts'

const HOUR_MS = 3_600_000

type Props = { refreshes: RefreshSummary[]; selection: HistorySelection | undefined }

/** Rows grouped by the day they were created. */
export function DayGroups({ refreshes, selection }: Props) {
  const now = useNow(HOUR_MS)
  const zone = useZone()
  const days = Map.groupBy(refreshes, ({ createdAt }) => formatDay(createdAt, now, zone))
  return [...days].map(([day, rows]) => (
    <section key={day} aria-label={day} className="border-line border-t first:border-t-0">
      <h2 className="border-line border-b bg-well px-4 py-1.5 font-medium text-muted text-xs">{day}</h2>
      <RefreshRows refreshes={rows} selection={selection} />
    </section>
  ))
}
