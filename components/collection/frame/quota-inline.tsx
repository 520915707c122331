'use client'

import type { Quota } from '../../../lib/domain/networks/quota-schema.ts'
import { QuotaSlots } from '../../ui/quota-slots.tsx'
import { Time } from '../../ui/text/time.tsx'
import { useNow } from '../../ui/text/use-now.ts'
import { viewQuota } from './quota-view.ts'

/** The project's requests left this hour, as the network last reported. */
export function QuotaInline({ quota }: { quota: Quota }) {
  const view = viewQuota(quota, 0, useNow(10_000))
  return (
    <div className="grid justify-items-end gap-1 max-md:flex max-md:w-full max-md:flex-wrap max-md:items-center max-md:justify-between max-md:gap-3 max-md:rounded-md max-md:border max-md:border-line max-md:bg-surface max-md:px-3 max-md:py-2">
      <QuotaSlots limit={view.limit} used={view.isKnown ? view.used : null} mine={0} />
      {view.isKnown ? (
        <p className="tabular-nums">
          <strong className="font-semibold">
            {view.left} of {view.limit}
          </strong>{' '}
          requests left{' '}
          <span className="ml-1.5 text-faint text-xs">
            resets <Time at={view.resetsAt} style="clock" />
          </span>
        </p>
      ) : (
        <p className="text-faint text-xs">not known until the first answer of this hour</p>
      )}
    </div>
  )
}
