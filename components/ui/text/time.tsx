'use client'

import {
  formatAge,
  formatClock,
  formatClockSeconds,
  formatExact,
  formatMoment,
  formatRelative,
} from '@/lib/format/time.ts'
import { useZone } from './clock.tsx'
import { useNow } from './use-now.ts'

const formats = { relative: formatRelative, age: formatAge }
const styles = { clock: formatClock, seconds: formatClockSeconds, moment: formatMoment }

type Props = { at: string; style?: keyof typeof styles | 'relative' | 'age'; className?: string }

/** A readable time in the person's time zone, with the exact UTC value on hover. */
export function Time({ at, style = 'relative', className }: Props) {
  const zone = useZone()
  return (
    <time dateTime={at} title={formatExact(at)} className={className}>
      {style === 'relative' || style === 'age' ? (
        <Relative at={at} format={formats[style]} zone={zone} />
      ) : (
        styles[style](at, zone)
      )}
    </time>
  )
}

type RelativeProps = {
  at: string
  format: (iso: string, now: Date, zone: string) => string
  zone: string
}

function Relative({ at, format, zone }: RelativeProps) {
  return format(at, useNow(10_000), zone)
}
