'use client'

import type { RefreshDetail } from '@/lib/domain/refreshes/model-schema.ts'
import { formatClock, formatCountdown } from '@/lib/format/time.ts'
import { Panel } from '../../ui/panel.tsx'
import { QuotaSlots } from '../../ui/quota-slots.tsx'
import { useZone } from '../../ui/text/clock.tsx'
import { useNow } from '../../ui/text/use-now.ts'

/** The requests left this hour as the network last reported them, and who used the others. */
export function QuotaCard({ refresh: { quota, quotaUse } }: { refresh: RefreshDetail }) {
  const now = useNow()
  const zone = useZone()
  const { limit, remaining, resetsAt } = quota
  const seconds = resetsAt ? (Date.parse(resetsAt) - now.getTime()) / 1_000 : 0
  if (limit === null || remaining === null || resetsAt === null || seconds <= 0) {
    return (
      <Panel title="Quota">
        <QuotaSlots limit={limit} used={null} />
        <p className="mt-2 text-sm">Not known until the first answer of this hour.</p>
        <Shared />
      </Panel>
    )
  }
  const used = Math.max(0, limit - remaining)
  const here = Math.min(used, quotaUse?.here ?? 0)
  return (
    <Panel title="Quota" detail={`until ${formatClock(resetsAt, zone)}`}>
      <QuotaSlots limit={limit} used={used - here} mine={here} />
      <p className="mt-2 text-sm">
        <strong className="font-semibold">
          {remaining} of {limit}
        </strong>{' '}
        requests left. Resets in {formatCountdown(seconds)}.
      </p>
      {quotaUse ? (
        <ul
          aria-label="Requests used"
          className="mt-2 grid gap-1 border-line border-t pt-2 text-muted text-xs"
        >
          <Spender look="bg-accent" count={quotaUse.here} words="this refresh" />
          <Spender look="bg-line-strong" count={quotaUse.others} words="other refreshes here" />
          <Spender look="bg-line-strong" count={quotaUse.elsewhere} words="sent from elsewhere" />
        </ul>
      ) : null}
      <Shared />
    </Panel>
  )
}

const Shared = () => (
  <p className="mt-2 text-faint text-xs">The quota belongs to the project, so your team shares it.</p>
)

const Spender = ({ look, count, words }: { look: string; count: number; words: string }) => (
  <li className="flex items-center gap-2">
    <i aria-hidden className={`h-3 w-1.5 rounded-[2px] ${look}`} />
    <span className="tabular-nums">{count}</span> {words}
  </li>
)
