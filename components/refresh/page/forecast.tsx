'use client'

import type { ReactNode } from 'react'
import { isFinished, isUnsent } from '@/lib/domain/batches/state.ts'
import type { RefreshDetail } from '@/lib/domain/refreshes/model-schema.ts'
import { finishText } from '@/lib/format/finish.ts'
import { formatClock, formatCountdown } from '@/lib/format/time.ts'
import { useZone } from '../../ui/text/clock.tsx'
import { useNow } from '../../ui/text/use-now.ts'
import { formatThroughput, throughputOf } from './throughput-text.ts'

/** The expected finish, the throughput, and when the next requests can be sent. */
export function Forecast({ refresh }: { refresh: RefreshDetail }) {
  const now = useNow()
  const zone = useZone()
  const { quota, timetable, batches, state, pause } = refresh
  const throughput = throughputOf(refresh)
  if (isFinished(state)) {
    if (throughput === null) return null
    return (
      <dl className="flex flex-wrap gap-x-5 gap-y-2">
        <Fact title="Throughput" value={formatThroughput(throughput)} detail="on average" />
      </dl>
    )
  }
  const seconds = quota.resetsAt ? (Date.parse(quota.resetsAt) - now.getTime()) / 1_000 : 0
  const waitsForQuota =
    pause === null && batches.some(({ wait, state: one }) => isUnsent(one) && wait === 'quota')
  const next = timetable.sends.find(({ at }) => at !== null && at === quota.resetsAt)
  const finish = finishText(timetable.finish, now, zone)
  return (
    <dl className="flex flex-wrap gap-x-5 gap-y-2">
      <Fact title="Expected finish" value={finish.value} detail={finish.detail} />
      {throughput === null ? null : (
        <Fact title="Throughput" value={formatThroughput(throughput)} detail="batches in progress" />
      )}
      {waitsForQuota && quota.resetsAt && seconds > 0 ? (
        <Fact
          title="Next requests in"
          value={formatCountdown(seconds)}
          detail={`at ${formatClock(quota.resetsAt, zone)}${next ? `, then ${next.requests}` : ''}`}
        />
      ) : null}
    </dl>
  )
}

const Fact = ({ title, value, detail }: { title: string; value: ReactNode; detail: string }) => (
  <div className="grid border-line border-l pl-4 max-md:border-l-0 max-md:pl-0">
    <dt className="text-faint text-xs">{title}</dt>
    <dd className="font-semibold text-md tabular-nums">{value}</dd>
    <dd className="text-faint text-xs">{detail}</dd>
  </div>
)
