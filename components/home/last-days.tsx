'use client'

import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { daysQuery } from '@/lib/api/activity.ts'
import { formatCount } from '@/lib/format/count.ts'
import { Panel } from '../ui/panel.tsx'
import { RequestErrorNote } from '../ui/request-error-note.tsx'
import { useZone } from '../ui/text/clock.tsx'
import { DaysPlot } from './days-plot.tsx'
import { sumDays } from './days-text.ts'

/** What became of tokens in the last seven days of the person's own zone. */
export function LastDays() {
  const zone = useZone()
  const { data, error, refetch } = useQuery(daysQuery(zone))
  const sum = sumDays(data?.days ?? [])
  return (
    <Panel title="Last 7 days">
      {error && !data ? <RequestErrorNote error={error} onRetry={() => void refetch()} /> : null}
      {data && sum.share === null ? (
        <p className="text-muted text-sm">No token was refreshed in the last 7 days.</p>
      ) : null}
      {data && sum.share !== null ? (
        <>
          <dl className="mb-4 flex flex-wrap gap-x-5 gap-y-2">
            <Figure look="bg-succeeded-fill" name="Refreshed" value={formatCount(sum.refreshed)} />
            <Figure look="bg-failed-fill" name="Failed" value={formatCount(sum.failed)} />
            <Figure name="Success" value={sum.share} />
          </dl>
          <DaysPlot days={data.days} zone={zone} />
        </>
      ) : null}
    </Panel>
  )
}

function Figure({ look, name, value }: { look?: string; name: string; value: ReactNode }) {
  return (
    <div>
      <dt className="flex items-center gap-1.5 text-muted text-xs">
        {look ? <span aria-hidden className={`size-2.5 rounded-xs ${look}`} /> : null}
        {name}
      </dt>
      <dd className="font-semibold text-lg">{value}</dd>
    </div>
  )
}
