'use client'

import { formatClock, formatCountdown } from '@/lib/format/time.ts'
import type { RefreshDetail } from '@/lib/refresh/model.ts'
import { Panel } from '../ui/panel.tsx'
import { QuotaSlots } from '../ui/quota-slots.tsx'
import { useNow } from '../ui/use-now.ts'

/** What the project may still send this hour, by the network's own last word. */
export function QuotaCard({ refresh: { quota } }: { refresh: RefreshDetail }) {
  const now = useNow()
  const left = quota.resetsAt ? (Date.parse(quota.resetsAt) - now.getTime()) / 1_000 : null
  const isKnown = quota.limit !== null && quota.remaining !== null && left !== null && left > 0
  return (
    <Panel
      title="Quota"
      detail={isKnown && quota.resetsAt ? `until ${formatClock(quota.resetsAt)}` : undefined}
    >
      <QuotaSlots
        limit={quota.limit}
        used={
          isKnown && quota.limit !== null && quota.remaining !== null ? quota.limit - quota.remaining : null
        }
      />
      <p className="mt-2 text-sm">
        {isKnown ? (
          <>
            <strong className="font-semibold">
              {quota.remaining} of {quota.limit}
            </strong>{' '}
            requests left. Resets in <span suppressHydrationWarning>{formatCountdown(left)}</span>.
          </>
        ) : (
          'Not known until the first answer of this hour.'
        )}
      </p>
      <p className="mt-1 text-faint text-xs">It belongs to the project, so your whole team shares it.</p>
    </Panel>
  )
}
