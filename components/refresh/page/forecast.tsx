'use client'

import type { ReactNode } from 'react'
import { isFinished } from '@/lib/domain/batches/state.ts'
import type { RefreshDetail } from '@/lib/domain/refreshes/model.ts'
import { finishText } from '@/lib/format/finish.ts'
import { formatClock, formatCountdown } from '@/lib/format/time.ts'
import { useNow } from '../../ui/text/use-now.ts'
import { formatThroughput, throughputOf } from './throughput-text.ts'

/** When it may be finished, how fast it goes, and when the next requests can go out. */
export function Forecast({ refresh }: { refresh: RefreshDetail }) {
  const now = useNow()
  const { quota, timetable, batches, state, pause } = refresh
  const pace = throughputOf(refresh)
  if (isFinished(state)) {
    if (pace === null) return null
    return (
      <dl className="flex flex-wrap gap-x-5 gap-y-2">
        <Fact title="Pace" value={formatThroughput(pace)} detail="on average" />
      </dl>
    )
  }
  const seconds = quota.resetsAt ? (Date.parse(quota.resetsAt) - now.getTime()) / 1_000 : 0
  const waitsForQuota =
    pause === null && batches.some(({ wait, state: one }) => one === 'planned' && wait === 'quota')
  const next = timetable.sends.find(({ at }) => at !== null && at === quota.resetsAt)
  const finish = finishText(timetable.finish, now)
  return (
    <dl className="flex flex-wrap gap-x-5 gap-y-2">
      <Fact title="Expected finish" value={finish.value} detail={finish.detail} />
      {pace === null ? null : (
        <Fact title="Pace" value={formatThroughput(pace)} detail="what the network works on" />
      )}
      {waitsForQuota && quota.resetsAt && seconds > 0 ? (
        <Fact
          title="Next requests in"
          value={formatCountdown(seconds)}
          detail={`at ${formatClock(quota.resetsAt)}${next ? `, then ${next.requests}` : ''}`}
        />
      ) : null}
    </dl>
  )
}

const Fact = ({ title, value, detail }: { title: string; value: ReactNode; detail: string }) => (
  <div className="grid border-line border-l pl-4 max-md:border-l-0 max-md:pl-0">
    <dt className="text-faint text-xs">{title}</dt>
    <dd className="font-semibold text-md tabular-nums" suppressHydrationWarning>
      {value}
    </dd>
    <dd className="text-faint text-xs" suppressHydrationWarning>
      {detail}
    </dd>
  </div>
)
