import { QuotaSlots } from '../../ui/quota-slots.tsx'
import { Time } from '../../ui/text/time.tsx'
import type { QuotaView } from './quota-view.ts'

/** This hour's quota, and how many of the planned requests fit into it. */
export function QuotaLine({ view }: { view: QuotaView }) {
  if (!view.isKnown) {
    return (
      <>
        <QuotaSlots limit={view.limit} used={null} mine={0} />
        <p className="text-faint text-xs">not known until the first answer of this hour</p>
      </>
    )
  }
  const before = view.mine + view.left
  return (
    <>
      <QuotaSlots limit={view.limit} used={view.used} mine={view.mine} />
      <p className="tabular-nums">
        {view.later === 0 ? (
          <>
            <strong className="font-semibold">
              {view.mine} of {before}
            </strong>{' '}
            left this hour
          </>
        ) : (
          <>
            <strong className="font-semibold">{view.mine === 0 ? 'None' : view.mine}</strong> now,{' '}
            <strong className="font-semibold">{view.later}</strong> after the reset
          </>
        )}{' '}
        <span className="text-faint text-xs max-lg:hidden">
          resets <Time at={view.resetsAt} style="clock" />
        </span>
      </p>
    </>
  )
}
