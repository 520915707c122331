import { partOf } from '@/lib/format/count.ts'

const MOST_SLOTS = 40

type Props = {
  limit: number | null
  /** Null until a quota header of this hour is known. */
  used: number | null
  /** How many of the remaining slots this refresh would use. */
  mine?: number
}

/** One slot per request of the hour; a bar above forty. */
export function QuotaSlots({ limit, used, mine = 0 }: Props) {
  const slots = limit ?? 20
  const words =
    used === null
      ? 'Quota not known yet'
      : `${partOf(used, slots, 'request')} used${mine ? `, ${mine} by this` : ''}`
  if (slots > MOST_SLOTS) return <QuotaBar slots={slots} used={used ?? 0} mine={mine} words={words} />
  return (
    <span role="img" aria-label={words} className="inline-flex flex-wrap gap-0.5">
      {Array.from({ length: slots }, (_, slot) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: slots are identified by position.
        <span key={slot} className={`h-3 w-1.5 rounded-[2px] border ${slotLook(slot, used, mine)}`} />
      ))}
    </span>
  )
}

function slotLook(slot: number, used: number | null, mine: number): string {
  if (used === null) return 'border-dashed border-line-control'
  if (slot < used) return 'border-transparent bg-line-strong'
  return slot < used + mine ? 'border-transparent bg-accent' : 'border-line-control'
}

function QuotaBar({
  slots,
  used,
  mine,
  words,
}: {
  slots: number
  used: number
  mine: number
  words: string
}) {
  return (
    <span role="img" aria-label={words} className="inline-flex h-2 w-40 overflow-hidden rounded-xs bg-track">
      <span className="bg-line-strong" style={{ width: `${(used / slots) * 100}%` }} />
      <span className="bg-accent" style={{ width: `${(mine / slots) * 100}%` }} />
    </span>
  )
}
